/** What the login page says, by name. `{0}` is filled in. */
export type Word =
  | 'title'
  | 'waiting'
  | 'unanswered'
  | 'userName'
  | 'password'
  | 'show'
  | 'hide'
  | 'capsLock'
  | 'signIn'
  | 'signingIn'
  | 'signInWith'
  | 'refused'
  | 'missing'
  | 'tryLater'
  | 'canTryAgain'
  | 'busy'
  | 'offline'
  | 'lost'
  | 'expired'
  | 'idle'
  | 'revoked'
  | 'popUpOpen'
  | 'popUpBlocked'
  | 'openAgain'
  | 'code'
  | 'useCode'
  | 'wrongCode'
  | 'cancel'
  | 'cookiesBlocked'
  | 'allowCookies'
  | 'goOnWithout'
  | 'asking'
  | 'withoutCookies'
  | 'finishing'
  | 'notStarted';

export type Words = Readonly<Record<Word, string>>;

const en: Words = {
  title: 'Sign in to the phone',
  waiting: 'Getting the sign-in ready…',
  unanswered: 'The phone in this window does not answer. Reload Salesforce if this goes on.',
  userName: 'User name',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  capsLock: 'Caps Lock is on.',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  signInWith: 'Sign in with {0}',
  refused: 'The user name or the password is not right.',
  missing: 'Enter your user name and your password.',
  tryLater: 'Too many tries. You can try again in {0} seconds.',
  canTryAgain: 'You can try again now.',
  busy: 'The phone service is busy. Try again in a moment.',
  offline: 'This computer is offline. Check the network.',
  lost: 'The phone service does not answer. Try again in a moment.',
  expired: 'Your session has ended. Sign in again.',
  idle: 'You were signed out because you were away. Sign in again.',
  revoked: 'Your session was ended by an administrator or on another device.',
  popUpOpen: 'Finish signing in in the other window. If it shows a code, enter it here.',
  popUpBlocked: 'The browser blocked the sign-in window. Allow pop-ups for this site, then open it again.',
  openAgain: 'Open again',
  code: 'Code',
  useCode: 'Use code',
  wrongCode: 'This code is not right or no longer valid.',
  cancel: 'Cancel',
  cookiesBlocked: 'This browser blocks the cookie that keeps you signed in. Allow it for the phone?',
  allowCookies: 'Allow cookie',
  goOnWithout: 'Go on without',
  asking: 'Asking the browser…',
  withoutCookies: 'Going on without a cookie: you stay signed in until Salesforce is reloaded.',
  finishing: 'Signed in. Starting the phone…',
  notStarted: 'You signed in, but the phone did not start. It may belong to another user.'
};

const de: Words = {
  title: 'Am Telefon anmelden',
  waiting: 'Die Anmeldung wird vorbereitet …',
  unanswered: 'Das Telefon in diesem Fenster antwortet nicht. Laden Sie Salesforce neu, wenn das so bleibt.',
  userName: 'Benutzername',
  password: 'Kennwort',
  show: 'Anzeigen',
  hide: 'Verbergen',
  capsLock: 'Die Feststelltaste ist aktiv.',
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft …',
  signInWith: 'Mit {0} anmelden',
  refused: 'Benutzername oder Kennwort stimmt nicht.',
  missing: 'Geben Sie Benutzername und Kennwort ein.',
  tryLater: 'Zu viele Versuche. In {0} Sekunden können Sie es erneut versuchen.',
  canTryAgain: 'Sie können es jetzt erneut versuchen.',
  busy: 'Der Telefondienst ist ausgelastet. Versuchen Sie es gleich noch einmal.',
  offline: 'Dieser Computer ist offline. Prüfen Sie das Netzwerk.',
  lost: 'Der Telefondienst antwortet nicht. Versuchen Sie es gleich noch einmal.',
  expired: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
  idle: 'Sie wurden abgemeldet, weil Sie abwesend waren. Melden Sie sich erneut an.',
  revoked: 'Ihre Sitzung wurde von der Administration oder auf einem anderen Gerät beendet.',
  popUpOpen: 'Melden Sie sich im anderen Fenster an. Zeigt es einen Code, geben Sie ihn hier ein.',
  popUpBlocked: 'Der Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups und öffnen Sie es erneut.',
  openAgain: 'Erneut öffnen',
  code: 'Code',
  useCode: 'Code verwenden',
  wrongCode: 'Dieser Code stimmt nicht oder gilt nicht mehr.',
  cancel: 'Abbrechen',
  cookiesBlocked: 'Dieser Browser blockiert das Cookie, das Sie angemeldet hält. Für das Telefon erlauben?',
  allowCookies: 'Cookie erlauben',
  goOnWithout: 'Ohne fortfahren',
  asking: 'Der Browser wird gefragt …',
  withoutCookies: 'Es geht ohne Cookie weiter: Sie bleiben angemeldet, bis Salesforce neu geladen wird.',
  finishing: 'Angemeldet. Das Telefon startet …',
  notStarted: 'Sie sind angemeldet, aber das Telefon startet nicht. Vielleicht gehört es jemand anderem.'
};

const fr: Words = {
  title: 'Connexion au téléphone',
  waiting: 'Préparation de la connexion…',
  unanswered: 'Le téléphone de cette fenêtre ne répond pas. Rechargez Salesforce si cela persiste.',
  userName: 'Nom d’utilisateur',
  password: 'Mot de passe',
  show: 'Afficher',
  hide: 'Masquer',
  capsLock: 'La touche Verr. Maj est active.',
  signIn: 'Se connecter',
  signingIn: 'Connexion en cours…',
  signInWith: 'Se connecter avec {0}',
  refused: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
  missing: 'Saisissez votre nom d’utilisateur et votre mot de passe.',
  tryLater: 'Trop de tentatives. Vous pourrez réessayer dans {0} secondes.',
  canTryAgain: 'Vous pouvez réessayer.',
  busy: 'Le service téléphonique est occupé. Réessayez dans un instant.',
  offline: 'Cet ordinateur est hors ligne. Vérifiez le réseau.',
  lost: 'Le service téléphonique ne répond pas. Réessayez dans un instant.',
  expired: 'Votre session a expiré. Reconnectez-vous.',
  idle: 'Vous avez été déconnecté pour inactivité. Reconnectez-vous.',
  revoked: 'Votre session a été fermée par un administrateur ou sur un autre appareil.',
  popUpOpen: 'Terminez la connexion dans l’autre fenêtre. Si elle affiche un code, saisissez-le ici.',
  popUpBlocked: 'Le navigateur a bloqué la fenêtre de connexion. Autorisez les pop-ups, puis rouvrez-la.',
  openAgain: 'Rouvrir',
  code: 'Code',
  useCode: 'Utiliser le code',
  wrongCode: 'Ce code est incorrect ou n’est plus valable.',
  cancel: 'Annuler',
  cookiesBlocked: 'Ce navigateur bloque le cookie qui vous garde connecté. L’autoriser pour le téléphone ?',
  allowCookies: 'Autoriser le cookie',
  goOnWithout: 'Continuer sans',
  asking: 'Demande au navigateur…',
  withoutCookies: 'Suite sans cookie : vous restez connecté jusqu’au rechargement de Salesforce.',
  finishing: 'Connecté. Démarrage du téléphone…',
  notStarted: 'Vous êtes connecté, mais le téléphone ne démarre pas. Il est peut-être à un autre utilisateur.'
};

const es: Words = {
  title: 'Iniciar sesión en el teléfono',
  waiting: 'Preparando el inicio de sesión…',
  unanswered: 'El teléfono de esta ventana no responde. Recargue Salesforce si continúa así.',
  userName: 'Nombre de usuario',
  password: 'Contraseña',
  show: 'Mostrar',
  hide: 'Ocultar',
  capsLock: 'Bloq Mayús está activado.',
  signIn: 'Iniciar sesión',
  signingIn: 'Iniciando sesión…',
  signInWith: 'Iniciar sesión con {0}',
  refused: 'El nombre de usuario o la contraseña no son correctos.',
  missing: 'Escriba su nombre de usuario y su contraseña.',
  tryLater: 'Demasiados intentos. Podrá volver a intentarlo en {0} segundos.',
  canTryAgain: 'Ya puede volver a intentarlo.',
  busy: 'El servicio de teléfono está ocupado. Inténtelo de nuevo en un momento.',
  offline: 'Este equipo no tiene conexión. Compruebe la red.',
  lost: 'El servicio de teléfono no responde. Inténtelo de nuevo en un momento.',
  expired: 'Su sesión ha terminado. Vuelva a iniciar sesión.',
  idle: 'Se cerró su sesión por inactividad. Vuelva a iniciar sesión.',
  revoked: 'Un administrador u otro dispositivo ha cerrado su sesión.',
  popUpOpen: 'Termine de iniciar sesión en la otra ventana. Si muestra un código, escríbalo aquí.',
  popUpBlocked: 'El navegador bloqueó la ventana. Permita las ventanas emergentes y vuelva a abrirla.',
  openAgain: 'Abrir de nuevo',
  code: 'Código',
  useCode: 'Usar código',
  wrongCode: 'Este código no es correcto o ya no es válido.',
  cancel: 'Cancelar',
  cookiesBlocked: 'Este navegador bloquea la cookie que mantiene su sesión. ¿Permitirla para el teléfono?',
  allowCookies: 'Permitir cookie',
  goOnWithout: 'Seguir sin ella',
  asking: 'Preguntando al navegador…',
  withoutCookies: 'Se sigue sin cookie: su sesión dura hasta que se recargue Salesforce.',
  finishing: 'Sesión iniciada. Iniciando el teléfono…',
  notStarted: 'Inició sesión, pero el teléfono no arranca. Quizá sea de otro usuario.'
};

const ja: Words = {
  title: '電話にサインイン',
  waiting: 'サインインの準備をしています…',
  unanswered: 'このウィンドウの電話が応答しません。続く場合は Salesforce を再読み込みしてください。',
  userName: 'ユーザー名',
  password: 'パスワード',
  show: '表示',
  hide: '非表示',
  capsLock: 'Caps Lock がオンです。',
  signIn: 'サインイン',
  signingIn: 'サインインしています…',
  signInWith: '{0} でサインイン',
  refused: 'ユーザー名またはパスワードが正しくありません。',
  missing: 'ユーザー名とパスワードを入力してください。',
  tryLater: '試行回数が多すぎます。{0} 秒後に再試行できます。',
  canTryAgain: '再試行できます。',
  busy: '電話サービスが混み合っています。しばらくしてから再試行してください。',
  offline: 'このコンピューターはオフラインです。ネットワークを確認してください。',
  lost: '電話サービスが応答しません。しばらくしてから再試行してください。',
  expired: 'セッションが終了しました。もう一度サインインしてください。',
  idle: '操作がなかったためサインアウトしました。もう一度サインインしてください。',
  revoked: 'セッションは管理者または別の端末によって終了されました。',
  popUpOpen: '別のウィンドウでサインインを完了してください。コードが表示されたら、ここに入力します。',
  popUpBlocked: 'ブラウザーがウィンドウをブロックしました。ポップアップを許可してから開き直してください。',
  openAgain: 'もう一度開く',
  code: 'コード',
  useCode: 'コードを使う',
  wrongCode: 'コードが正しくないか、有効期限が切れています。',
  cancel: 'キャンセル',
  cookiesBlocked: 'サインインを保つ Cookie がブロックされています。電話に許可しますか?',
  allowCookies: 'Cookie を許可',
  goOnWithout: '許可せずに続ける',
  asking: 'ブラウザーに確認しています…',
  withoutCookies: 'Cookie なしで続けます。Salesforce を再読み込みするまでサインインしたままです。',
  finishing: 'サインインしました。電話を起動しています…',
  notStarted: 'サインインしましたが、電話が起動しません。別のユーザーの電話かもしれません。'
};

export const languages: Readonly<Record<string, Words>> = { en, de, fr, es, ja };
