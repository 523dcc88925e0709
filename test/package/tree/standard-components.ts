/** Components of Salesforce that our pages place, as real orgs spell them. */
export const standardComponents: ReadonlySet<string> = new Set(
  `console:history console:relatedRecord flexipage:tab flexipage:tabset force:detailPanel force:highlightsPanel force:relatedListContainer
  home:eventContainer home:recentRecordContainer opencti:softPhone runtime_conversation:mediaPlayer
  runtime_sales_activities:activityPanel runtime_sales_activities:todayTaskContainer
  runtime_service_omnichannel:omniWidget scrt:conversationBody`
    .trim()
    .split(/\s+/)
);

/** Standard buttons of contacts and cases that our pages offer, as real orgs spell them. */
export const standardActions: ReadonlySet<string> = new Set(['ChangeOwnerOne', 'Clone', 'Delete', 'Edit']);

/** The regions of each template that our pages use. */
export const pageTemplates: Readonly<Record<string, readonly string[]>> = {
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeThreeColHeaderTemplateDesktop': ['header', 'leftsidebar', 'main', 'rightsidebar'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents']
};
