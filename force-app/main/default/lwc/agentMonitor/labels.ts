import action from '@salesforce/label/c.AgentMonitorAction';
import agents from '@salesforce/label/c.AgentMonitorAgents';
import bargedIn from '@salesforce/label/c.AgentMonitorBargedIn';
import bargeIn from '@salesforce/label/c.AgentMonitorBargeIn';
import busy from '@salesforce/label/c.AgentMonitorBusy';
import byCall from '@salesforce/label/c.AgentMonitorByCall';
import byName from '@salesforce/label/c.AgentMonitorByName';
import byStatus from '@salesforce/label/c.AgentMonitorByStatus';
import everybody from '@salesforce/label/c.AgentMonitorEverybody';
import failed from '@salesforce/label/c.AgentMonitorFailed';
import find from '@salesforce/label/c.AgentMonitorFind';
import gone from '@salesforce/label/c.AgentMonitorGone';
import listen from '@salesforce/label/c.AgentMonitorListen';
import listening from '@salesforce/label/c.AgentMonitorListening';
import noCalls from '@salesforce/label/c.AgentMonitorNoCalls';
import noneFit from '@salesforce/label/c.AgentMonitorNoneFit';
import notAllowed from '@salesforce/label/c.AgentMonitorNotAllowed';
import show from '@salesforce/label/c.AgentMonitorShow';
import shown from '@salesforce/label/c.AgentMonitorShown';
import silent from '@salesforce/label/c.AgentMonitorSilent';
import sort from '@salesforce/label/c.AgentMonitorSort';
import stop from '@salesforce/label/c.AgentMonitorStop';
import talking from '@salesforce/label/c.AgentMonitorTalking';
import title from '@salesforce/label/c.AgentMonitorTitle';
import age from '@salesforce/label/c.QueueStatusAge';
import live from '@salesforce/label/c.QueueStatusLive';
import nobody from '@salesforce/label/c.QueueStatusNobody';
import noPhone from '@salesforce/label/c.QueueStatusNoPhone';
import vendor from '@salesforce/label/c.QueueStatusVendor';

export const labels = {
  ...{ action, age, agents, bargedIn, bargeIn, busy, byCall, byName, byStatus, everybody, failed, find, gone },
  ...{ listen, listening, live, noCalls, nobody, noneFit, noPhone, notAllowed, show, shown, silent, sort, stop },
  ...{ talking, title, vendor }
};
