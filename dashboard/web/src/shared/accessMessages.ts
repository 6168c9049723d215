import type { Message } from './messages';

/** The texts about who one is and what one may do: sign-in, pairing, links, and when they end. */
export const accessMessages = {
  'page.signin': { en: 'Sign in', fr: 'Connexion', es: 'Iniciar sesión' },
  'page.pair': { en: 'Pair this phone', fr: 'Associer ce téléphone', es: 'Vincular este teléfono' },
  'page.admin': { en: 'Administration', fr: 'Administration', es: 'Administración' },
  'home.admin': {
    en: 'accounts, devices, host links, audit, privacy',
    fr: 'comptes, appareils, liens d’hôte, journal d’audit, vie privée',
    es: 'cuentas, dispositivos, enlaces de anfitrión, auditoría, privacidad',
  },
  'home.nothing': {
    en: 'None of the pages of this mission is open to you. Ask an administrator for a role in it.',
    fr: 'Aucune page de cette mission ne vous est ouverte. Demandez un rôle à l’administration.',
    es: 'Ninguna página de esta misión está abierta para usted. Pida una función a la administración.',
  },

  'role.administrator': { en: 'Administrator', fr: 'Administration', es: 'Administración' },
  'role.supervisor': { en: 'Supervisor', fr: 'Supervision', es: 'Supervisión' },
  'role.floor': { en: 'Floor', fr: 'Accueil', es: 'Acceso' },
  'role.host': { en: 'Host', fr: 'Hôte', es: 'Anfitrión' },
  'role.viewer': { en: 'Viewer', fr: 'Consultation', es: 'Consulta' },
  'role.none': { en: 'No role yet', fr: 'Aucun rôle', es: 'Sin función' },

  'right.board': {
    en: 'see the boards',
    fr: 'voir les tableaux',
    es: 'ver los tableros',
  },
  'right.people': { en: 'see people', fr: 'voir les personnes', es: 'ver a las personas' },
  'right.scan': { en: 'scan at doors', fr: 'scanner aux portes', es: 'escanear en las puertas' },
  'right.search': { en: 'find people by name', fr: 'chercher par nom', es: 'buscar por nombre' },
  'right.override': {
    en: 'let in with a reason',
    fr: 'admettre avec un motif',
    es: 'admitir con motivo',
  },
  'right.annul': {
    en: 'undo what others scanned',
    fr: 'annuler les passages des autres',
    es: 'anular accesos de otros',
  },
  'right.roster': {
    en: 'see who is in a session',
    fr: 'voir la liste d’une séance',
    es: 'ver la lista de una sesión',
  },
  'right.muster': {
    en: 'list who is inside a building',
    fr: 'lister les personnes dans un bâtiment',
    es: 'listar quién está en un edificio',
  },
  'right.badges': { en: 'print and change badges', fr: 'gérer les insignes', es: 'gestionar los gafetes' },
  'right.import': { en: 'import the programme', fr: 'importer le programme', es: 'importar el programa' },
  'right.rehearse': { en: 'run the rehearsal', fr: 'mener la répétition', es: 'dirigir el ensayo' },
  'right.devices': { en: 'pair devices', fr: 'associer des appareils', es: 'vincular dispositivos' },
  'right.links': { en: 'make host links', fr: 'créer des liens d’hôte', es: 'crear enlaces de anfitrión' },
  'right.audit': { en: 'read the audit', fr: 'lire le journal d’audit', es: 'leer la auditoría' },
  'right.privacy': {
    en: 'keep and erase personal data',
    fr: 'gérer les données personnelles',
    es: 'gestionar los datos personales',
  },
  'right.missions': { en: 'make missions', fr: 'créer des missions', es: 'crear misiones' },
  'right.accounts': { en: 'manage accounts', fr: 'gérer les comptes', es: 'gestionar las cuentas' },
  'right.admin': { en: 'administer', fr: 'administrer', es: 'administrar' },

  // -- who am I
  'account.menu': { en: 'Account: {name}', fr: 'Compte\u00a0: {name}', es: 'Cuenta: {name}' },
  'account.nobody': { en: 'Not signed in', fr: 'Non connecté', es: 'Sin sesión iniciada' },
  'account.device': { en: 'Paired device', fr: 'Appareil associé', es: 'Dispositivo vinculado' },
  'account.host-link': { en: 'Host link', fr: 'Lien d’hôte', es: 'Enlace de anfitrión' },
  'account.until': { en: 'until {time}', fr: 'jusqu’au {time}', es: 'hasta el {time}' },
  'account.sign-in': { en: 'Sign in', fr: 'Se connecter', es: 'Iniciar sesión' },
  'account.sign-out': { en: 'Sign out', fr: 'Se déconnecter', es: 'Cerrar sesión' },
  'account.somebody-else': {
    en: 'Sign in as somebody else',
    fr: 'Se connecter avec un autre compte',
    es: 'Entrar con otra cuenta',
  },
  'account.password': { en: 'Change password', fr: 'Changer de mot de passe', es: 'Cambiar la contraseña' },
  'account.others': {
    en: 'The demonstration’s accounts',
    fr: 'Comptes de la démonstration',
    es: 'Cuentas de la demostración',
  },
  'account.others-text': {
    en: 'One click signs in as one of them.',
    fr: 'Un clic suffit pour changer de compte.',
    es: 'Un clic basta para entrar con una de ellas.',
  },
  'account.failed': {
    en: 'That did not work: {detail}',
    fr: 'Cela n’a pas abouti\u00a0: {detail}',
    es: 'No se pudo: {detail}',
  },

  // -- nobody, not enough, no longer
  'access.nobody.title': {
    en: 'Sign in to see this page',
    fr: 'Connectez-vous pour voir cette page',
    es: 'Inicie sesión para ver esta página',
  },
  'access.nobody.floor': {
    en: 'This phone is not paired yet',
    fr: 'Ce téléphone n’est pas encore associé',
    es: 'Este teléfono aún no está vinculado',
  },
  'access.nobody.floor-text': {
    en: 'At a door, pair the phone: an administrator shows a code for it. Or sign in with your own account.',
    fr: 'À une porte, associez le téléphone\u00a0: l’administration affiche un code. Ou connectez-vous avec votre compte.',
    es: 'En una puerta, vincule el teléfono: la administración muestra un código. O entre con su propia cuenta.',
  },
  'access.nobody.host-text': {
    en: 'If you were sent a link for your session, open that link. Or sign in with your own account.',
    fr: 'Si vous avez reçu un lien pour votre séance, ouvrez-le. Ou connectez-vous avec votre compte.',
    es: 'Si recibió un enlace para su sesión, ábralo. O entre con su propia cuenta.',
  },
  'access.pair': { en: 'Pair this phone', fr: 'Associer ce téléphone', es: 'Vincular este teléfono' },
  'access.lacking.title': {
    en: 'This page is not open to {name}',
    fr: 'Cette page n’est pas ouverte à {name}',
    es: 'Esta página no está abierta para {name}',
  },
  'access.lacking.text': {
    en: 'It needs the right to {right}, which this access does not have. An administrator can give it.',
    fr: 'Il faut le droit suivant\u00a0: {right}. Cet accès ne l’a pas\u00a0; l’administration peut l’accorder.',
    es: 'Hace falta este permiso: {right}. Este acceso no lo tiene; la administración puede darlo.',
  },
  'access.lacking.pages': {
    en: 'Open to you:',
    fr: 'Pages qui vous sont ouvertes\u00a0:',
    es: 'Páginas abiertas para usted:',
  },
  'access.ended.device.revoked': {
    en: 'This device’s access was withdrawn',
    fr: 'L’accès de cet appareil a été retiré',
    es: 'Se retiró el acceso de este dispositivo',
  },
  'access.ended.device.text': {
    en: 'Nothing can be scanned with it any more. What was recorded is safe. To go on, an administrator pairs it again.',
    fr: 'Il ne peut plus rien scanner. Ce qui a été enregistré est en sécurité. Pour continuer, l’administration l’associe à nouveau.',
    es: 'Ya no se puede escanear con él. Lo registrado está a salvo. Para seguir, la administración lo vincula de nuevo.',
  },
  'access.ended.account.revoked': {
    en: 'Your access was withdrawn',
    fr: 'Votre accès a été retiré',
    es: 'Se retiró su acceso',
  },
  'access.ended.account.text': {
    en: 'What was recorded is safe. Ask an administrator, or sign in as somebody else.',
    fr: 'Ce qui a été enregistré est en sécurité. Adressez-vous à l’administration ou connectez-vous avec un autre compte.',
    es: 'Lo registrado está a salvo. Consulte a la administración o entre con otra cuenta.',
  },
  'access.ended.host-link.revoked': {
    en: 'This link was withdrawn',
    fr: 'Ce lien a été retiré',
    es: 'Este enlace se retiró',
  },
  'access.ended.host-link.expired': {
    en: 'This link has ended',
    fr: 'Ce lien a expiré',
    es: 'Este enlace terminó',
  },
  'access.ended.host-link.text': {
    en: 'The counts of the session go on without this page. Ask whoever sent the link for a new one.',
    fr: 'Le décompte de la séance continue sans cette page. Demandez un nouveau lien à qui vous l’a envoyé.',
    es: 'El conteo de la sesión sigue sin esta página. Pida otro enlace a quien se lo envió.',
  },
  'access.ended.expired': {
    en: 'The sign-in has expired',
    fr: 'La connexion a expiré',
    es: 'La sesión iniciada caducó',
  },
  'access.ended.signed-out': {
    en: 'Signed out on this device',
    fr: 'Déconnexion sur cet appareil',
    es: 'Se cerró la sesión en este dispositivo',
  },
  'access.ended.signed-out.text': {
    en: 'It was done in another window, or by an administrator. What was recorded is safe.',
    fr: 'Cela s’est fait dans une autre fenêtre ou par l’administration. Ce qui a été enregistré est en sécurité.',
    es: 'Se hizo en otra ventana o desde la administración. Lo registrado está a salvo.',
  },
  'access.ended.changed': {
    en: 'What you may do has changed',
    fr: 'Vos droits ont changé',
    es: 'Sus permisos cambiaron',
  },
  'access.ended.changed.text': {
    en: 'Go on, and the page opens with what you may do now. What was recorded is safe.',
    fr: 'Continuez\u00a0: la page s’ouvrira avec vos droits actuels. Ce qui a été enregistré est en sécurité.',
    es: 'Continúe y la página se abrirá con sus permisos actuales. Lo registrado está a salvo.',
  },
  'access.ended.unknown': {
    en: 'This access is no longer good',
    fr: 'Cet accès n’est plus valable',
    es: 'Este acceso ya no es válido',
  },
  'access.ended.continue': { en: 'Continue', fr: 'Continuer', es: 'Continuar' },
  'access.ended.unrecorded': {
    en: {
      one: '{n} scan was not recorded. Note it on paper:',
      other: '{n} scans were not recorded. Note them on paper:',
    },
    fr: {
      one: '{n} passage n’a pas été enregistré. Notez-le sur papier\u00a0:',
      other: '{n} passages n’ont pas été enregistrés. Notez-les sur papier\u00a0:',
    },
    es: {
      one: '{n} acceso no se registró. Anótelo en papel:',
      other: '{n} accesos no se registraron. Anótelos en papel:',
    },
  },

  // -- sign in
  'signin.name': { en: 'Name', fr: 'Nom', es: 'Nombre' },
  'signin.password': { en: 'Password', fr: 'Mot de passe', es: 'Contraseña' },
  'signin.show': { en: 'Show password', fr: 'Afficher le mot de passe', es: 'Mostrar la contraseña' },
  'signin.hide': { en: 'Hide password', fr: 'Masquer le mot de passe', es: 'Ocultar la contraseña' },
  'signin.forgotten': {
    en: 'Forgotten? An administrator gives you a link to set a new one.',
    fr: 'Oublié\u202f? L’administration vous donne un lien pour en choisir un nouveau.',
    es: '¿La olvidó? La administración le da un enlace para elegir otra.',
  },
  'signin.wrong': {
    en: 'The name or the password is not right.',
    fr: 'Le nom ou le mot de passe n’est pas bon.',
    es: 'El nombre o la contraseña no es correcto.',
  },
  'signin.wrong-current': {
    en: 'The current password is not right.',
    fr: 'Le mot de passe actuel n’est pas bon.',
    es: 'La contraseña actual no es correcta.',
  },
  'signin.device-ends': {
    en: 'This device is paired as “{name}”. Signing in ends that pairing.',
    fr: 'Cet appareil est associé sous «\u00a0{name}\u00a0». La connexion met fin à cette association.',
    es: 'Este dispositivo está vinculado como «{name}». Al iniciar sesión se desvincula.',
  },
  'signin.now': {
    en: 'Signed in as {name}',
    fr: 'Connecté\u00a0: {name}',
    es: 'Sesión iniciada: {name}',
  },
  'signin.must-set-up.title': {
    en: 'No account exists yet',
    fr: 'Il n’existe pas encore de compte',
    es: 'Aún no existe ninguna cuenta',
  },
  'signin.must-set-up.text': {
    en: 'When the server started, it printed a one-time link for the first account. Open that link.',
    fr: 'À son démarrage, le serveur a affiché un lien à usage unique pour le premier compte. Ouvrez ce lien.',
    es: 'Al arrancar, el servidor mostró un enlace de un solo uso para la primera cuenta. Abra ese enlace.',
  },
  'signin.set-up.title': {
    en: 'Make the first account',
    fr: 'Créer le premier compte',
    es: 'Crear la primera cuenta',
  },
  'signin.set-up.text': {
    en: 'It administers everything here and makes the other accounts. This link works once.',
    fr: 'Il administre tout ici et crée les autres comptes. Ce lien ne sert qu’une fois.',
    es: 'Administra todo y crea las demás cuentas. Este enlace sirve una sola vez.',
  },
  'signin.set-up.do': { en: 'Make the account', fr: 'Créer le compte', es: 'Crear la cuenta' },
  'signin.reset.title': {
    en: 'Set your password',
    fr: 'Choisir votre mot de passe',
    es: 'Elija su contraseña',
  },
  'signin.reset.text': {
    en: 'This link works once. You are signed in with the new password right away.',
    fr: 'Ce lien ne sert qu’une fois. Vous serez connecté aussitôt avec le nouveau mot de passe.',
    es: 'Este enlace sirve una sola vez. Entrará enseguida con la nueva contraseña.',
  },
  'signin.reset.do': {
    en: 'Set password and sign in',
    fr: 'Enregistrer et se connecter',
    es: 'Guardar e iniciar sesión',
  },
  'signin.change.text': {
    en: 'Every other sign-in of this account ends.',
    fr: 'Toutes les autres connexions de ce compte prennent fin.',
    es: 'Se cierran las demás sesiones de esta cuenta.',
  },
  'signin.change.done': {
    en: 'The password is changed.',
    fr: 'Le mot de passe est changé.',
    es: 'La contraseña se cambió.',
  },
  'signin.current': { en: 'Current password', fr: 'Mot de passe actuel', es: 'Contraseña actual' },
  'signin.new': { en: 'New password', fr: 'Nouveau mot de passe', es: 'Nueva contraseña' },
  'signin.rule': {
    en: '12 to 128 characters. Three or four words that you remember are good.',
    fr: '12 à 128 caractères. Trois ou quatre mots faciles à retenir conviennent bien.',
    es: 'De 12 a 128 caracteres. Tres o cuatro palabras que recuerde son buenas.',
  },
  'signin.link-failed': {
    en: 'This link does not work any more',
    fr: 'Ce lien ne fonctionne plus',
    es: 'Este enlace ya no funciona',
  },
  'signin.as': { en: 'Sign in as {name}', fr: 'Se connecter\u00a0: {name}', es: 'Entrar como {name}' },

  // -- what the server says no to
  'said.code-not-good': {
    en: 'It was used already, or its time is over. An administrator can make another.',
    fr: 'Il a déjà servi, ou son délai est passé. L’administration peut en créer un autre.',
    es: 'Ya se usó o su plazo terminó. La administración puede crear otro.',
  },
  'said.not-allowed': {
    en: 'You do not have the right to do this. Nothing was done. An administrator can give it.',
    fr: 'Vous n’en avez pas le droit. Rien n’a été fait. L’administration peut l’accorder.',
    es: 'No tiene permiso para esto. No se hizo nada. La administración puede darlo.',
  },
  'said.account-exists': {
    en: 'There is an account with this name already. Choose another name.',
    fr: 'Il existe déjà un compte de ce nom. Choisissez-en un autre.',
    es: 'Ya existe una cuenta con este nombre. Elija otro.',
  },
  'said.own-administration': {
    en: 'Nobody takes away their own administration: somebody else must.',
    fr: 'Personne ne se retire sa propre administration : quelqu’un d’autre doit le faire.',
    es: 'Nadie se quita su propia administración: otra persona debe hacerlo.',
  },
  'said.too-many': {
    en: 'Too many attempts. Wait {time}, then try again.',
    fr: 'Trop de tentatives. Attendez {time}, puis réessayez.',
    es: 'Demasiados intentos. Espere {time} e inténtelo de nuevo.',
  },

  // -- pairing
  'pair.question': {
    en: 'Pair this phone?',
    fr: 'Associer ce téléphone\u202f?',
    es: '¿Vincular este teléfono?',
  },
  'pair.text': {
    en: 'It can then scan badges at the doors that were chosen for it, until an administrator takes that back.',
    fr: 'Il pourra scanner des insignes aux portes choisies pour lui, jusqu’à ce que l’administration le retire.',
    es: 'Podrá escanear gafetes en las puertas elegidas para él, hasta que la administración lo retire.',
  },
  'pair.type': {
    en: 'Type the code that the administrator’s screen shows, or scan it with the phone’s camera.',
    fr: 'Tapez le code affiché à l’écran de l’administration, ou scannez-le avec l’appareil photo du téléphone.',
    es: 'Escriba el código que muestra la pantalla de la administración, o escanéelo con la cámara del teléfono.',
  },
  'pair.code': { en: 'Code', fr: 'Code', es: 'Código' },
  'pair.code-rule': {
    en: '12 letters and digits, in groups of four',
    fr: '12 lettres et chiffres, par groupes de quatre',
    es: '12 letras y números, en grupos de cuatro',
  },
  'pair.do': { en: 'Pair', fr: 'Associer', es: 'Vincular' },
  'pair.busy': { en: 'Pairing…', fr: 'Association…', es: 'Vinculando…' },
  'pair.not': { en: 'Not this phone', fr: 'Pas ce téléphone', es: 'Este teléfono no' },
  'pair.replaces': {
    en: 'Here now: {name}. Pairing takes its place in this browser.',
    fr: 'Ici en ce moment\u00a0: {name}. L’association prendra sa place dans ce navigateur.',
    es: 'Aquí ahora: {name}. La vinculación ocupará su lugar en este navegador.',
  },
  'pair.failed': {
    en: 'The phone was not paired',
    fr: 'Le téléphone n’a pas été associé',
    es: 'El teléfono no se vinculó',
  },

  // -- host links
  'host.link.until': {
    en: 'This link works until {time}.',
    fr: 'Ce lien fonctionne jusqu’au {time}.',
    es: 'Este enlace funciona hasta el {time}.',
  },
  'host.link.opening': { en: 'Opening the link…', fr: 'Ouverture du lien…', es: 'Abriendo el enlace…' },
  'host.link.failed': {
    en: 'This link opens nothing any more',
    fr: 'Ce lien n’ouvre plus rien',
    es: 'Este enlace ya no abre nada',
  },
  'host.link.failed-text': {
    en: 'It has ended, it was withdrawn, or part of it is missing. Ask whoever sent it for a new one; the counts of the session go on.',
    fr: 'Il a expiré, il a été retiré ou il est incomplet. Demandez-en un nouveau à qui vous l’a envoyé ; le décompte de la séance continue.',
    es: 'Terminó, se retiró o está incompleto. Pida otro a quien se lo envió; el conteo de la sesión sigue.',
  },
  'host.link.silent': {
    en: 'The link is good to try again: the server did not answer.',
    fr: 'Vous pouvez réessayer ce lien\u00a0: le serveur n’a pas répondu.',
    es: 'Puede intentar este enlace de nuevo: el servidor no respondió.',
  },
  'scans.somebody': { en: 'One person', fr: 'Une personne', es: 'Una persona' },
  'floor.scan-only': {
    en: 'Badge code',
    fr: 'Code de l’insigne',
    es: 'Código del gafete',
  },
  'floor.idle-scan': {
    en: 'Scan a badge, or type its code',
    fr: 'Scannez un insigne ou tapez son code',
    es: 'Escanee un gafete o escriba su código',
  },
  'floor.override.ask': {
    en: 'A supervisor may let them in.',
    fr: 'La supervision peut admettre la personne.',
    es: 'Supervisión puede admitir a la persona.',
  },
  'floor.choose.none': {
    en: 'No door of this mission is given to {name}. An administrator can change that.',
    fr: 'Aucune porte de cette mission n’est attribuée à {name}. L’administration peut changer cela.',
    es: 'Ninguna puerta de esta misión está asignada a {name}. La administración puede cambiarlo.',
  },
  'floor.door-not-mine': {
    en: 'The door “{door}” is not one of yours. Choose one:',
    fr: 'La porte «\u00a0{door}\u00a0» n’est pas l’une des vôtres. Choisissez-en une\u00a0:',
    es: 'La puerta «{door}» no es una de las suyas. Elija una:',
  },
} as const satisfies Record<string, Message>;
