import failed from '@salesforce/label/c.AgentMonitorFailed';
import notAllowed from '@salesforce/label/c.AgentMonitorNotAllowed';
import quiet from '@salesforce/label/c.AgentMonitorSilent';
import action from '@salesforce/label/c.AgentMonitorAction';
import always from '@salesforce/label/c.MessageBoardAlways';
import count from '@salesforce/label/c.MessageBoardCount';
import empty from '@salesforce/label/c.MessageBoardEmpty';
import everybody from '@salesforce/label/c.MessageBoardEverybody';
import full from '@salesforce/label/c.MessageBoardFull';
import important from '@salesforce/label/c.MessageBoardImportant';
import lasts from '@salesforce/label/c.MessageBoardLasts';
import nobody from '@salesforce/label/c.MessageBoardNobody';
import none from '@salesforce/label/c.MessageBoardNone';
import queue from '@salesforce/label/c.MessageBoardQueue';
import readAt from '@salesforce/label/c.MessageBoardReadAt';
import readBy from '@salesforce/label/c.MessageBoardReadBy';
import send from '@salesforce/label/c.MessageBoardSend';
import sent from '@salesforce/label/c.MessageBoardSent';
import silent from '@salesforce/label/c.MessageBoardSilent';
import text from '@salesforce/label/c.MessageBoardText';
import title from '@salesforce/label/c.MessageBoardTitle';
import to from '@salesforce/label/c.MessageBoardTo';
import tooLong from '@salesforce/label/c.MessageBoardTooLong';
import unread from '@salesforce/label/c.MessageBoardUnread';
import who from '@salesforce/label/c.MessageBoardWho';
import withdraw from '@salesforce/label/c.MessageBoardWithdraw';
import from from '@salesforce/label/c.RepMessagesFrom';
import until from '@salesforce/label/c.RepMessagesUntil';

export const labels = {
  ...{ action, always, count, empty, everybody, failed, from, full, important, lasts, nobody, none, notAllowed },
  ...{ queue, quiet, readAt, readBy, send, sent, silent, text, title, to, tooLong, unread, until, who, withdraw }
};
