/**
 * Every text of the pages, in every language, side by side. A language that is missing does not compile; placeholders and French and
 * Spanish typography are checked by the tests. A text that depends on a number has forms, chosen by `n`.
 */

import { accessMessages } from './accessMessages';
import { adminMessages } from './adminMessages';
import { privacyMessages } from './privacyMessages';

export const languages = ['en', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

export type Text = string | { readonly one: string; readonly other: string };
export type Message = Readonly<Record<Language, Text>>;

export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español' };

export const messages = {
  ...accessMessages,
  ...adminMessages,
  ...privacyMessages,

  // -- everywhere
  'page.ops': { en: 'Operations', fr: 'Opérations', es: 'Operaciones' },
  'page.floor': { en: 'Floor', fr: 'Accueil', es: 'Acceso' },
  'page.host': { en: 'Host', fr: 'Séance', es: 'Sesión' },
  'page.badges': { en: 'Badges', fr: 'Insignes', es: 'Gafetes' },
  'page.home': { en: 'All pages', fr: 'Toutes les pages', es: 'Todas las páginas' },
  'page.skip': { en: 'Skip to content', fr: 'Aller au contenu', es: 'Ir al contenido' },
  language: { en: 'Language', fr: 'Langue', es: 'Idioma' },
  theme: { en: 'Theme', fr: 'Thème', es: 'Tema' },
  'theme.now': { en: 'Theme: {theme}', fr: 'Thème\u00a0: {theme}', es: 'Tema: {theme}' },
  'theme.auto': { en: 'automatic', fr: 'automatique', es: 'automático' },
  'theme.light': { en: 'light', fr: 'clair', es: 'claro' },
  'theme.dark': { en: 'dark', fr: 'sombre', es: 'oscuro' },
  search: { en: 'Search', fr: 'Rechercher', es: 'Buscar' },
  close: { en: 'Close', fr: 'Fermer', es: 'Cerrar' },
  back: { en: 'Back', fr: 'Retour', es: 'Volver' },
  cancel: { en: 'Cancel', fr: 'Annuler', es: 'Cancelar' },
  retry: { en: 'Try again', fr: 'Réessayer', es: 'Reintentar' },
  vip: { en: 'VIP', fr: 'VIP', es: 'VIP' },
  mission: { en: 'Mission', fr: 'Mission', es: 'Misión' },

  // -- connection and age of what is shown
  'connection.connecting': { en: 'Connecting…', fr: 'Connexion…', es: 'Conectando…' },
  'connection.live': { en: 'Live', fr: 'En direct', es: 'En vivo' },
  'connection.lost': {
    en: 'Connection lost, reconnecting',
    fr: 'Connexion perdue, reconnexion en cours',
    es: 'Conexión perdida, reconectando',
  },
  'connection.stale': { en: 'Not updated', fr: 'Non actualisé', es: 'Sin actualizar' },
  'connection.age': { en: '{n} s', fr: '{n}\u00a0s', es: '{n}\u00a0s' },
  'connection.since': {
    en: 'Numbers are from {time} and may be wrong now.',
    fr: 'Les chiffres datent de {time} et ne sont peut-être plus justes.',
    es: 'Las cifras son de las {time} y pueden no ser correctas.',
  },

  // -- empty and error pages
  'empty.mission.title': {
    en: 'There is no mission yet',
    fr: 'Il n’y a pas encore de mission',
    es: 'Aún no hay ninguna misión',
  },
  'empty.mission.text': {
    en: 'A mission is filled from five CSV files, or from a schedule XML: venues, rooms, sessions, delegates, registrations.',
    fr: 'Une mission se remplit à partir de cinq fichiers CSV ou d’un programme XML\u00a0: lieux, salles, séances, délégués, inscriptions.',
    es: 'Una misión se llena con cinco archivos CSV o con un programa XML: sedes, salas, sesiones, delegados, inscripciones.',
  },
  'empty.mission.run': {
    en: 'Start with the demonstration mission:',
    fr: 'Démarrer avec la mission de démonstration\u00a0:',
    es: 'Empezar con la misión de demostración:',
  },
  'empty.mission.import': {
    en: 'Or import your own files:',
    fr: 'Ou importer vos propres fichiers\u00a0:',
    es: 'O importar sus propios archivos:',
  },
  'empty.mission.waits': {
    en: 'This page opens by itself as soon as there is one.',
    fr: 'Cette page s’ouvre d’elle-même dès qu’il y en a une.',
    es: 'Esta página se abre sola en cuanto haya una.',
  },
  'error.mission.title': {
    en: 'There is no mission “{mission}”',
    fr: 'Il n’y a pas de mission «\u00a0{mission}\u00a0»',
    es: 'No existe la misión «{mission}»',
  },
  'error.mission.text': {
    en: 'Nothing is lost. Check the address, or choose a mission.',
    fr: 'Rien n’est perdu. Vérifiez l’adresse ou choisissez une mission.',
    es: 'No se ha perdido nada. Revise la dirección o elija una misión.',
  },
  'error.server.title': {
    en: 'The server does not answer',
    fr: 'Le serveur ne répond pas',
    es: 'El servidor no responde',
  },
  'error.server.text': {
    en: 'What was recorded is safe. This page keeps trying and opens by itself; check the network if it lasts.',
    fr: 'Ce qui a été enregistré est en sécurité. Cette page continue d’essayer et s’ouvrira d’elle-même\u00a0; vérifiez le réseau si cela dure.',
    es: 'Lo registrado está a salvo. Esta página sigue intentándolo y se abrirá sola; revise la red si continúa.',
  },
  'error.session.title': {
    en: 'There is no session “{session}”',
    fr: 'Il n’y a pas de séance «\u00a0{session}\u00a0»',
    es: 'No existe la sesión «{session}»',
  },
  'error.session.text': {
    en: 'It may have been taken out of the programme. Choose one:',
    fr: 'Elle a peut-être été retirée du programme. Choisissez-en une\u00a0:',
    es: 'Puede que se haya retirado del programa. Elija una:',
  },
  'error.door.text': {
    en: 'The door “{door}” is not in the programme. Choose one:',
    fr: 'La porte «\u00a0{door}\u00a0» n’est pas au programme. Choisissez-en une\u00a0:',
    es: 'La puerta «{door}» no está en el programa. Elija una:',
  },

  // -- home
  'home.title': {
    en: 'Who is where, right now',
    fr: 'Qui est où, en ce moment',
    es: 'Quién está dónde, ahora mismo',
  },
  'home.ops': {
    en: 'For the wall and the laptop: every room, every session, every refusal.',
    fr: 'Pour le mur et l’ordinateur\u00a0: chaque salle, chaque séance, chaque refus.',
    es: 'Para la pantalla mural y el portátil: cada sala, cada sesión, cada rechazo.',
  },
  'home.floor': {
    en: 'For the phone at a door: scan, see yes or no and why.',
    fr: 'Pour le téléphone à la porte\u00a0: scanner, voir oui ou non et pourquoi.',
    es: 'Para el teléfono en la puerta: escanear, ver sí o no y por qué.',
  },
  'home.host': {
    en: 'For the lectern: who is here, who is missing, when to start.',
    fr: 'Pour le pupitre\u00a0: qui est là, qui manque, quand commencer.',
    es: 'Para el atril: quién está, quién falta, cuándo empezar.',
  },
  'home.badges': {
    en: 'print, issue, replace and withdraw badges',
    fr: 'imprimer, délivrer, remplacer et révoquer les insignes',
    es: 'imprimir, emitir, reemplazar y revocar gafetes',
  },

  // -- occupancy
  'occupancy.of': { en: '{present} of {legal}', fr: '{present} sur {legal}', es: '{present} de {legal}' },
  'occupancy.label': {
    en: '{present} inside, comfort {comfort}, legal limit {legal}',
    fr: '{present} sur place, confort {comfort}, limite légale {legal}',
    es: '{present} dentro, confort {comfort}, aforo legal {legal}',
  },
  'occupancy.label-legal': {
    en: '{present} inside, legal limit {legal}',
    fr: '{present} sur place, limite légale {legal}',
    es: '{present} dentro, aforo legal {legal}',
  },
  'occupancy.inside': { en: 'inside', fr: 'sur place', es: 'dentro' },
  'occupancy.comfort': { en: 'comfort', fr: 'confort', es: 'confort' },
  'occupancy.legal': { en: 'legal', fr: 'légal', es: 'legal' },
  'occupancy.trend': {
    en: '{trend} in ten minutes',
    fr: '{trend} en dix minutes',
    es: '{trend} en diez minutos',
  },
  'occupancy.foyer': { en: 'Foyer {n}', fr: 'Hall {n}', es: 'Vestíbulo {n}' },
  'state.comfort': { en: 'Over comfort', fr: 'Confort dépassé', es: 'Confort superado' },
  'state.full': { en: 'Full', fr: 'Complet', es: 'Lleno' },

  // -- sessions
  'kind.plenary': { en: 'Plenary', fr: 'Plénière', es: 'Plenaria' },
  'kind.high-level-meeting': {
    en: 'High-level meeting',
    fr: 'Réunion de haut niveau',
    es: 'Reunión de alto nivel',
  },
  'kind.workshop': { en: 'Workshop', fr: 'Atelier', es: 'Taller' },
  'kind.matchmaking': { en: 'Matchmaking', fr: 'Rencontres d’affaires', es: 'Encuentros de negocios' },
  'kind.reception': { en: 'Reception', fr: 'Réception', es: 'Recepción' },
  'session.cancelled': { en: 'Cancelled', fr: 'Annulée', es: 'Cancelada' },
  'session.running': { en: 'Running', fr: 'En cours', es: 'En curso' },
  'session.late': { en: 'Few here yet', fr: 'Peu de présents', es: 'Pocos presentes' },
  'session.filling': { en: 'Doors open', fr: 'Portes ouvertes', es: 'Puertas abiertas' },
  'session.next': { en: 'Next', fr: 'À suivre', es: 'Próxima' },
  'session.over': { en: 'Over', fr: 'Terminée', es: 'Terminada' },
  'session.starts-in': {
    en: 'Starts in {duration}',
    fr: 'Commence dans {duration}',
    es: 'Empieza en {duration}',
  },
  'session.running-since': {
    en: 'Running for {duration}',
    fr: 'En cours depuis {duration}',
    es: 'En curso desde hace {duration}',
  },
  'session.ended-ago': {
    en: 'Ended {duration} ago',
    fr: 'Terminée depuis {duration}',
    es: 'Terminó hace {duration}',
  },
  'session.arrived-of': {
    en: '{arrived} of {expected} expected',
    fr: '{arrived} sur {expected} attendus',
    es: '{arrived} de {expected} esperados',
  },

  // -- ops
  'ops.inside': { en: 'inside', fr: 'sur place', es: 'dentro' },
  'ops.clock': { en: 'Mission clock', fr: 'Heure de la mission', es: 'Hora de la misión' },
  'ops.verdict': { en: 'Is everything all right?', fr: 'Tout va bien\u202f?', es: '¿Todo va bien?' },
  'ops.all-right': {
    en: 'All rooms within comfort',
    fr: 'Toutes les salles sous le seuil de confort',
    es: 'Todas las salas bajo su capacidad de confort',
  },
  'ops.some-comfort': {
    en: 'Some rooms are over comfort',
    fr: 'Des salles dépassent le confort',
    es: 'Hay salas sobre su capacidad de confort',
  },
  'ops.some-full': { en: 'Some rooms are full', fr: 'Des salles sont complètes', es: 'Hay salas llenas' },
  'ops.stale': { en: 'Numbers are old', fr: 'Les chiffres sont anciens', es: 'Las cifras son antiguas' },
  'ops.waiting': { en: 'Waiting for numbers', fr: 'En attente des chiffres', es: 'Esperando las cifras' },
  'ops.full': { en: 'Full', fr: 'Complètes', es: 'Llenas' },
  'ops.over-comfort': { en: 'Over comfort', fr: 'Au-delà du confort', es: 'Sobre su confort' },
  'ops.refusals': { en: 'Turned away', fr: 'Refus à suivre', es: 'Rechazos por atender' },
  'ops.decisions': { en: 'Needs a decision', fr: 'Décision à prendre', es: 'Requiere una decisión' },
  'ops.none': { en: 'None', fr: 'Aucun', es: 'Ninguno' },
  'ops.none-f': { en: 'None', fr: 'Aucune', es: 'Ninguna' },
  'ops.cities': { en: 'Cities', fr: 'Villes', es: 'Ciudades' },
  'ops.room': { en: 'Room', fr: 'Salle', es: 'Sala' },
  'ops.venue': { en: 'Venue', fr: 'Lieu', es: 'Sede' },
  'ops.occupancy': { en: 'Occupancy', fr: 'Occupation', es: 'Ocupación' },
  'ops.ten-minutes': { en: '10 min', fr: '10\u00a0min', es: '10\u00a0min' },
  'ops.sessions': { en: 'Now and next', fr: 'Maintenant et à suivre', es: 'Ahora y a continuación' },
  'ops.sessions-hours': { en: 'next two hours', fr: 'deux prochaines heures', es: 'próximas dos horas' },
  'ops.sessions-none': {
    en: 'No session in the next two hours. The next one, “{title}”, starts {time}.',
    fr: 'Aucune séance dans les deux prochaines heures. La prochaine, «\u00a0{title}\u00a0», commence {time}.',
    es: 'Ninguna sesión en las próximas dos horas. La próxima, «{title}», empieza {time}.',
  },
  'ops.sessions-over': {
    en: 'The programme is over. Sessions come from the imported programme.',
    fr: 'Le programme est terminé. Les séances viennent du programme importé.',
    es: 'El programa ha terminado. Las sesiones vienen del programa importado.',
  },
  'ops.time': { en: 'Time', fr: 'Heure', es: 'Hora' },
  'ops.session': { en: 'Session', fr: 'Séance', es: 'Sesión' },
  'ops.arrived-expected': {
    en: 'Arrived of expected',
    fr: 'Arrivés sur attendus',
    es: 'Llegados de esperados',
  },
  'ops.state': { en: 'State', fr: 'État', es: 'Estado' },
  'ops.arrivals': { en: 'Arrivals', fr: 'Arrivées', es: 'Llegadas' },
  'ops.arrivals-unit': {
    en: 'people in five minutes, by city',
    fr: 'personnes en cinq minutes, par ville',
    es: 'personas en cinco minutos, por ciudad',
  },
  'ops.arrivals-none': {
    en: 'Nobody has arrived in the last hours. A line for each city starts with the first entry.',
    fr: 'Personne n’est arrivé ces dernières heures. Une ligne par ville commence à la première entrée.',
    es: 'Nadie ha llegado en las últimas horas. La línea de cada ciudad empieza con la primera entrada.',
  },
  'ops.scans': { en: 'Last scans', fr: 'Derniers passages', es: 'Últimos accesos' },
  'ops.scans-none': {
    en: 'No scans yet. The first badge at a door shows here.',
    fr: 'Aucun passage. Le premier insigne présenté à une porte s’affichera ici.',
    es: 'Aún no hay accesos. El primer gafete en una puerta aparecerá aquí.',
  },
  'ops.scans-held': {
    en: 'Held while you read; newer scans wait',
    fr: 'Figé pendant la lecture\u00a0; de nouveaux passages attendent',
    es: 'En pausa mientras lee; hay accesos más recientes',
  },
  'ops.rehearsal': { en: 'Rehearsal', fr: 'Répétition', es: 'Ensayo' },
  'ops.start': { en: 'Start', fr: 'Démarrer', es: 'Iniciar' },
  'ops.pause': { en: 'Pause', fr: 'Pause', es: 'Pausa' },
  'ops.speed': { en: 'Speed', fr: 'Vitesse', es: 'Velocidad' },
  'ops.paused': { en: 'Paused', fr: 'En pause', es: 'En pausa' },
  'ops.rehearsal-failed': {
    en: 'The rehearsal did not change. Try again.',
    fr: 'La répétition n’a pas changé. Réessayez.',
    es: 'El ensayo no cambió. Inténtelo de nuevo.',
  },

  // -- what happened at a door
  'kind.admitted': { en: 'Admitted', fr: 'Accès accordé', es: 'Acceso concedido' },
  'kind.exited': { en: 'Left', fr: 'Sortie', es: 'Salida' },
  'kind.refused': { en: 'Refused', fr: 'Accès refusé', es: 'Acceso denegado' },
  'kind.departed': {
    en: 'Left for another venue',
    fr: 'Départ vers un autre lieu',
    es: 'Salida a otra sede',
  },
  'kind.annulled': { en: 'Undone', fr: 'Annulé', es: 'Anulado' },
  'reason.unknown-badge': { en: 'Unknown badge', fr: 'Insigne inconnu', es: 'Gafete desconocido' },
  'reason.revoked-badge': { en: 'Badge withdrawn', fr: 'Insigne révoqué', es: 'Gafete revocado' },
  'reason.wrong-mission': {
    en: 'Badge of another mission',
    fr: 'Insigne d’une autre mission',
    es: 'Gafete de otra misión',
  },
  'reason.session-cancelled': { en: 'Session cancelled', fr: 'Séance annulée', es: 'Sesión cancelada' },
  'reason.session-moved': { en: 'Session moved', fr: 'Séance déplacée', es: 'Sesión trasladada' },
  'reason.not-invited': { en: 'Not invited', fr: 'Sans invitation', es: 'Sin invitación' },
  'reason.not-registered': { en: 'Not registered', fr: 'Sans inscription', es: 'Sin inscripción' },
  'reason.too-early': {
    en: 'Doors not open yet',
    fr: 'Portes pas encore ouvertes',
    es: 'Puertas aún cerradas',
  },
  'reason.too-late': { en: 'Doors closed', fr: 'Portes fermées', es: 'Puertas cerradas' },
  'reason.already-inside': { en: 'Already inside', fr: 'Déjà à l’intérieur', es: 'Ya está dentro' },
  'reason.room-full': { en: 'Room full', fr: 'Salle complète', es: 'Sala llena' },
  'reason.venue-full': { en: 'Venue full', fr: 'Lieu complet', es: 'Sede llena' },
  'reason.over-comfort': { en: 'Over comfort', fr: 'Confort dépassé', es: 'Confort superado' },
  'reason.held-seats': { en: 'Seats are held', fr: 'Places réservées', es: 'Lugares reservados' },
  'mark.not-inside': { en: 'Was not inside', fr: 'N’était pas à l’intérieur', es: 'No estaba dentro' },
  'mark.was-elsewhere': { en: 'Was elsewhere', fr: 'Était ailleurs', es: 'Estaba en otro lugar' },
  'mark.cloned-badge': {
    en: 'Badge possibly cloned',
    fr: 'Insigne peut-être cloné',
    es: 'Gafete posiblemente clonado',
  },
  'mark.not-restored': {
    en: 'Not put back inside',
    fr: 'Retour impossible',
    es: 'No pudo volver a su lugar',
  },
  overrode: {
    en: 'Let in past “{reason}”',
    fr: 'Accès malgré «\u00a0{reason}\u00a0»',
    es: 'Acceso pese a «{reason}»',
  },
  'let-in.over-comfort': {
    en: 'Let in over comfort',
    fr: 'Accès accordé au-delà du confort',
    es: 'Acceso concedido sobre el confort',
  },
  'let-in.held-seats': {
    en: 'Let in on a held seat',
    fr: 'Accès accordé sur une place réservée',
    es: 'Acceso concedido en un lugar reservado',
  },
  'said.by': { en: '{what} by {who}', fr: '{what} par {who}', es: '{what} por {who}' },
  'said.why': { en: '{what}: {why}', fr: '{what}\u00a0: {why}', es: '{what}: {why}' },
  'code.unknown': { en: 'Code {code}', fr: 'Code {code}', es: 'Código {code}' },

  // -- floor
  'floor.operator.title': {
    en: 'Who is at this door?',
    fr: 'Qui est à cette porte\u202f?',
    es: '¿Quién está en esta puerta?',
  },
  'floor.operator.text': {
    en: 'Each scan is recorded with your name. It is asked once on this device.',
    fr: 'Chaque passage est enregistré avec votre nom. Il n’est demandé qu’une fois sur cet appareil.',
    es: 'Cada acceso se registra con su nombre. Solo se pide una vez en este dispositivo.',
  },
  'floor.operator.label': { en: 'Your name', fr: 'Votre nom', es: 'Su nombre' },
  'floor.operator.needed': {
    en: 'At least two letters or digits.',
    fr: 'Au moins deux lettres ou chiffres.',
    es: 'Al menos dos letras o números.',
  },
  'floor.operator.change': { en: 'Someone else', fr: 'Quelqu’un d’autre', es: 'Otra persona' },
  'floor.continue': { en: 'Continue', fr: 'Continuer', es: 'Continuar' },
  'floor.choose': { en: 'Choose a door', fr: 'Choisir une porte', es: 'Elegir una puerta' },
  'floor.choose.venue': { en: 'Choose a venue', fr: 'Choisir un lieu', es: 'Elegir una sede' },
  'floor.choose.venue-door': { en: 'Main entrance', fr: 'Entrée principale', es: 'Entrada principal' },
  'floor.choose.sessions': {
    en: 'Sessions now and next',
    fr: 'Séances en cours et à suivre',
    es: 'Sesiones actuales y próximas',
  },
  'floor.choose.no-sessions': {
    en: 'No session here in the next hours; rooms stay open below.',
    fr: 'Aucune séance ici dans les prochaines heures\u00a0; les salles restent ci-dessous.',
    es: 'No hay sesiones aquí en las próximas horas; las salas siguen abajo.',
  },
  'floor.choose.rooms': { en: 'Rooms', fr: 'Salles', es: 'Salas' },
  'floor.change-door': { en: 'Change door', fr: 'Changer de porte', es: 'Cambiar de puerta' },
  'floor.direction': { en: 'Direction', fr: 'Sens', es: 'Sentido' },
  'floor.entry': { en: 'Entry', fr: 'Entrée', es: 'Entrada' },
  'floor.exit': { en: 'Exit', fr: 'Sortie', es: 'Salida' },
  'floor.input': {
    en: 'Badge code or name',
    fr: 'Code de l’insigne ou nom',
    es: 'Código del gafete o nombre',
  },
  'floor.idle': {
    en: 'Scan a badge, or type a name',
    fr: 'Scannez un insigne ou tapez un nom',
    es: 'Escanee un gafete o escriba un nombre',
  },
  'floor.checking': { en: 'Checking…', fr: 'Vérification…', es: 'Verificando…' },
  'floor.not-recorded': {
    en: 'Not recorded yet',
    fr: 'Pas encore enregistré',
    es: 'Aún sin registrar',
  },
  'floor.retrying': {
    en: 'No answer from the server. The same scan is sent again in {n} s.',
    fr: 'Le serveur ne répond pas. Le même passage est renvoyé dans {n}\u00a0s.',
    es: 'El servidor no responde. El mismo acceso se reenvía en {n}\u00a0s.',
  },
  'floor.retrying-now': {
    en: 'No answer from the server. The same scan is being sent again.',
    fr: 'Le serveur ne répond pas. Le même passage est renvoyé.',
    es: 'El servidor no responde. Se reenvía el mismo acceso.',
  },
  'floor.ask-to-wait': {
    en: 'Ask the person to wait.',
    fr: 'Demandez à la personne d’attendre.',
    es: 'Pida a la persona que espere.',
  },
  'floor.failed': { en: 'Not recorded', fr: 'Non enregistré', es: 'No registrado' },
  'floor.failed.text': {
    en: 'The server could not take this scan: {detail} Nothing changed; scan again.',
    fr: 'Le serveur n’a pas pu prendre ce passage\u00a0: {detail} Rien n’a changé\u00a0; scannez à nouveau.',
    es: 'El servidor no pudo tomar este acceso: {detail} Nada cambió; escanee de nuevo.',
  },
  'floor.queue': { en: 'Waiting: {labels}', fr: 'En attente\u00a0: {labels}', es: 'En espera: {labels}' },
  'floor.admitted': { en: 'Admitted', fr: 'Accès accordé', es: 'Adelante' },
  'floor.exited': { en: 'Left', fr: 'Sortie', es: 'Salida' },
  'floor.refused': { en: 'Refused', fr: 'Accès refusé', es: 'No pasa' },
  'floor.soft': { en: 'Your decision', fr: 'À vous de décider', es: 'Usted decide' },
  'floor.override': { en: 'Let in with a reason', fr: 'Admettre avec un motif', es: 'Admitir con motivo' },
  'floor.override.title': { en: 'Why let in?', fr: 'Pourquoi admettre\u202f?', es: '¿Por qué admitir?' },
  'floor.override.speaker': { en: 'Speaker', fr: 'Intervenant', es: 'Ponente' },
  'floor.override.party': {
    en: 'Of the minister’s party',
    fr: 'Suite de la ministre',
    es: 'Comitiva de la ministra',
  },
  'floor.override.host': {
    en: 'The host asked for it',
    fr: 'À la demande de l’hôte',
    es: 'A petición del anfitrión',
  },
  'floor.override.staff': {
    en: 'Staff or interpreter',
    fr: 'Personnel ou interprète',
    es: 'Personal o intérprete',
  },
  'floor.undo': { en: 'Undo: {name}', fr: 'Annuler\u00a0: {name}', es: 'Deshacer: {name}' },
  'floor.undo.title': { en: 'Why undo?', fr: 'Pourquoi annuler\u202f?', es: '¿Por qué deshacer?' },
  'floor.undo.person': { en: 'Wrong person', fr: 'Mauvaise personne', es: 'Persona equivocada' },
  'floor.undo.direction': { en: 'Wrong direction', fr: 'Mauvais sens', es: 'Sentido equivocado' },
  'floor.undo.door': { en: 'Wrong door', fr: 'Mauvaise porte', es: 'Puerta equivocada' },
  'floor.undo.left': { en: 'Did not come in', fr: 'N’a pas franchi la porte', es: 'No entró' },
  'floor.undone': { en: 'Undone', fr: 'Annulé', es: 'Deshecho' },
  'floor.undo.failed': {
    en: 'Could not undo: {detail}',
    fr: 'Annulation impossible\u00a0: {detail}',
    es: 'No se pudo deshacer: {detail}',
  },
  'reason.other': { en: 'Another reason', fr: 'Un autre motif', es: 'Otro motivo' },
  'reason.send': { en: 'Send', fr: 'Envoyer', es: 'Enviar' },
  'floor.last': { en: 'Last at this door', fr: 'Derniers à cette porte', es: 'Últimos en esta puerta' },
  'floor.last-none': {
    en: 'Decisions of this device show here.',
    fr: 'Les décisions de cet appareil s’affichent ici.',
    es: 'Aquí aparecen las decisiones de este dispositivo.',
  },
  'floor.search.none': {
    en: 'Nobody found for “{text}”',
    fr: 'Personne ne correspond à «\u00a0{text}\u00a0»',
    es: 'Nadie coincide con «{text}»',
  },
  'floor.search.failed': {
    en: 'The search got no answer. Try again, or scan the badge.',
    fr: 'La recherche n’a pas abouti. Réessayez ou scannez l’insigne.',
    es: 'La búsqueda no obtuvo respuesta. Reintente o escanee el gafete.',
  },
  'floor.search.results': { en: 'People found', fr: 'Personnes trouvées', es: 'Personas encontradas' },
  'floor.search.as-code': {
    en: 'Check “{text}” as a code',
    fr: 'Vérifier «\u00a0{text}\u00a0» comme code',
    es: 'Verificar «{text}» como código',
  },
  'floor.keyboard': { en: 'Show the keyboard', fr: 'Afficher le clavier', es: 'Mostrar el teclado' },
  'floor.check': { en: 'Check', fr: 'Vérifier', es: 'Verificar' },
  'floor.settings': { en: 'Settings', fr: 'Réglages', es: 'Ajustes' },
  'floor.settings.operator': { en: 'Operator', fr: 'Opérateur', es: 'Operador' },
  'floor.settings.sound': { en: 'Sound', fr: 'Son', es: 'Sonido' },
  'floor.on': { en: 'On', fr: 'Activé', es: 'Activado' },
  'floor.off': { en: 'Off', fr: 'Désactivé', es: 'Desactivado' },

  // -- host
  'host.choose': { en: 'Choose a session', fr: 'Choisir une séance', es: 'Elegir una sesión' },
  'host.now-next': { en: 'Now and next', fr: 'Maintenant et à suivre', es: 'Ahora y a continuación' },
  'host.later': { en: 'Later', fr: 'Plus tard', es: 'Más tarde' },
  'host.earlier': { en: 'Earlier', fr: 'Plus tôt', es: 'Anteriores' },
  'host.change': { en: 'Change session', fr: 'Changer de séance', es: 'Cambiar de sesión' },
  'host.of-expected': { en: 'of {n} expected', fr: 'sur {n} attendus', es: 'de {n} esperados' },
  'host.arrived-open': { en: 'arrived', fr: 'arrivées', es: 'llegaron' },
  'host.arrived-all': {
    en: { one: '{n} person came in, expected or not', other: '{n} people came in, expected or not' },
    fr: { one: '{n} personne entrée, attendue ou non', other: '{n} personnes entrées, attendues ou non' },
    es: { one: '{n} persona entró, esperada o no', other: '{n} personas entraron, esperadas o no' },
  },
  'host.held': {
    en: { one: '{n} held seat is waiting', other: '{n} held seats are waiting' },
    fr: { one: '{n} place réservée en attente', other: '{n} places réservées en attente' },
    es: { one: '{n} lugar reservado en espera', other: '{n} lugares reservados en espera' },
  },
  'host.held-for': { en: 'for {who}', fr: 'pour {who}', es: 'para {who}' },
  'host.room-now': { en: 'In the room now', fr: 'Dans la salle maintenant', es: 'En la sala ahora' },
  'host.missing': { en: 'Missing', fr: 'Absences', es: 'Faltan' },
  'host.here': { en: 'Arrived', fr: 'Arrivées', es: 'Llegaron' },
  'host.missing-none': {
    en: 'Everyone who was expected has arrived.',
    fr: 'Toutes les personnes attendues sont arrivées.',
    es: 'Llegaron todas las personas esperadas.',
  },
  'host.missing-open': {
    en: 'This session is open to every delegate; nobody is expected by name.',
    fr: 'Cette séance est ouverte à tous les délégués\u00a0; personne n’est attendu nommément.',
    es: 'Esta sesión está abierta a todos los delegados; no se espera a nadie por su nombre.',
  },
  'host.here-none': {
    en: 'Nobody yet. The first badge at the door shows here.',
    fr: 'Personne pour l’instant. Le premier insigne à la porte s’affichera ici.',
    es: 'Nadie todavía. El primer gafete en la puerta aparecerá aquí.',
  },
  'host.no-match': {
    en: 'Nobody matches “{text}”.',
    fr: 'Personne ne correspond à «\u00a0{text}\u00a0».',
    es: 'Nadie coincide con «{text}».',
  },
  'host.search': { en: 'Name or organisation', fr: 'Nom ou organisation', es: 'Nombre u organización' },
  'host.seat-held': { en: 'Seat held', fr: 'Place réservée', es: 'Lugar reservado' },
  'host.invited': { en: 'Invited', fr: 'Sur invitation', es: 'Con invitación' },
  'host.left': { en: 'left again', fr: 'a quitté la salle', es: 'volvió a salir' },
  'host.unexpected': { en: 'Not expected', fr: 'Hors liste', es: 'Fuera de lista' },
  'host.roster-failed': {
    en: 'The list of people got no answer and is asked for again. The counts above are live.',
    fr: 'La liste des personnes n’a pas abouti et est redemandée. Les chiffres ci-dessus sont en direct.',
    es: 'La lista de personas no obtuvo respuesta y se pide de nuevo. Las cifras de arriba están en vivo.',
  },
  'host.empty': {
    en: 'This mission has no sessions yet. Import sessions.csv or a schedule XML to fill it.',
    fr: 'Cette mission n’a pas encore de séances. Importez sessions.csv ou un programme XML.',
    es: 'Esta misión aún no tiene sesiones. Importe sessions.csv o un programa XML.',
  },

  // -- badges
  'badges.print': {
    en: { one: 'Print {n} badge', other: 'Print {n} badges' },
    fr: { one: 'Imprimer {n} insigne', other: 'Imprimer {n} insignes' },
    es: { one: 'Imprimir {n} gafete', other: 'Imprimir {n} gafetes' },
  },
  'badges.sheets': {
    en: { one: '{n} sheet', other: '{n} sheets' },
    fr: { one: '{n} feuille', other: '{n} feuilles' },
    es: { one: '{n} hoja', other: '{n} hojas' },
  },
  'badges.scale': {
    en: 'In the print dialogue: scale 100 %, no margins, no headers.',
    fr: 'Dans la fenêtre d’impression\u00a0: échelle 100\u00a0%, sans marges ni en-têtes.',
    es: 'En el cuadro de impresión: escala 100 %, sin márgenes ni encabezados.',
  },
  'badges.format': { en: 'Badge', fr: 'Insigne', es: 'Gafete' },
  'badges.format.cr80': {
    en: 'Card, 85.6 × 54 mm',
    fr: 'Carte, 85,6 × 54\u00a0mm',
    es: 'Tarjeta, 85.6 × 54 mm',
  },
  'badges.format.a6': { en: 'A6, 105 × 148 mm', fr: 'A6, 105 × 148\u00a0mm', es: 'A6, 105 × 148 mm' },
  'badges.paper': { en: 'Paper', fr: 'Papier', es: 'Papel' },
  'badges.paper.a4': { en: 'A4, to be cut', fr: 'A4, à découper', es: 'A4, para recortar' },
  'badges.paper.letter': { en: 'Letter, to be cut', fr: 'Lettre, à découper', es: 'Carta, para recortar' },
  'badges.paper.single': { en: 'One badge per page', fr: 'Un insigne par page', es: 'Un gafete por página' },
  'badges.labels': { en: 'Labels', fr: 'Libellés', es: 'Rótulos' },
  'badges.labels.own': {
    en: 'Each in their language',
    fr: 'Chacun dans sa langue',
    es: 'Cada quien en su idioma',
  },
  'badges.organisation': { en: 'Organisation', fr: 'Organisation', es: 'Organización' },
  'badges.city': { en: 'City', fr: 'Ville', es: 'Ciudad' },
  'badges.sector': { en: 'Sector', fr: 'Secteur', es: 'Sector' },
  'badges.role': { en: 'Role', fr: 'Fonction', es: 'Función' },
  'badges.delegate': { en: 'Delegate', fr: 'Membre de la délégation', es: 'Miembro de la delegación' },
  'badges.everyone': { en: 'All', fr: 'Toutes', es: 'Todas' },
  'badges.search': {
    en: 'Name, organisation or code',
    fr: 'Nom, organisation ou code',
    es: 'Nombre, organización o código',
  },
  'badges.people': {
    en: { one: '{n} person', other: '{n} people' },
    fr: { one: '{n} personne', other: '{n} personnes' },
    es: { one: '{n} persona', other: '{n} personas' },
  },
  'badges.first': {
    en: 'Only the first {n} are shown. Choose an organisation or a city for the others.',
    fr: 'Seules les {n} premières sont affichées. Choisissez une organisation ou une ville pour les autres.',
    es: 'Solo se muestran las primeras {n}. Elija una organización o una ciudad para las demás.',
  },
  'badges.none-fits': {
    en: 'Nobody fits this selection.',
    fr: 'Personne ne correspond à cette sélection.',
    es: 'Nadie coincide con esta selección.',
  },
  'badges.empty': {
    en: 'This mission has no delegates yet. Import delegates.csv to fill it.',
    fr: 'Cette mission n’a pas encore de délégués. Importez delegates.csv.',
    es: 'Esta misión aún no tiene delegados. Importe delegates.csv.',
  },
  'badges.nothing': {
    en: 'Select people who have a badge, and their badges show here.',
    fr: 'Sélectionnez des personnes qui ont un insigne\u00a0: il s’affichera ici.',
    es: 'Seleccione personas que tengan gafete y aparecerá aquí.',
  },
  'badges.without': { en: 'no badge', fr: 'sans insigne', es: 'sin gafete' },
  'badges.issue': {
    en: {
      one: 'Issue a badge to {n} person who has none',
      other: 'Issue badges to {n} people who have none',
    },
    fr: {
      one: 'Délivrer un insigne à {n} personne qui n’en a pas',
      other: 'Délivrer un insigne à {n} personnes qui n’en ont pas',
    },
    es: {
      one: 'Emitir gafete a {n} persona que no tiene',
      other: 'Emitir gafete a {n} personas que no tienen',
    },
  },
  'badges.replace': { en: 'Replace', fr: 'Remplacer', es: 'Reemplazar' },
  'badges.withdraw': { en: 'Withdraw', fr: 'Révoquer', es: 'Revocar' },
  'badges.replace.title': {
    en: 'Why a new badge for {name}?',
    fr: 'Pourquoi un nouvel insigne pour {name}\u202f?',
    es: '¿Por qué un gafete nuevo para {name}?',
  },
  'badges.withdraw.title': {
    en: 'Why withdraw the badge of {name}?',
    fr: 'Pourquoi révoquer l’insigne de {name}\u202f?',
    es: '¿Por qué revocar el gafete de {name}?',
  },
  'badges.reason.lost': { en: 'Lost', fr: 'Perdu', es: 'Extraviado' },
  'badges.reason.stolen': { en: 'Stolen', fr: 'Volé', es: 'Robado' },
  'badges.reason.damaged': { en: 'Damaged', fr: 'Abîmé', es: 'Dañado' },
  'badges.reason.wrong': { en: 'Printed wrong', fr: 'Mal imprimé', es: 'Mal impreso' },
  'badges.reason.left': { en: 'Left the delegation', fr: 'A quitté la délégation', es: 'Dejó la delegación' },
  'badges.reason.refused': { en: 'Access withdrawn', fr: 'Accès retiré', es: 'Acceso retirado' },
  'badges.failed': {
    en: 'That did not work: {detail}',
    fr: 'Cela n’a pas abouti\u00a0: {detail}',
    es: 'No se pudo: {detail}',
  },
  'badges.preview': { en: 'What is printed', fr: 'Aperçu avant impression', es: 'Vista previa de impresión' },
  'badges.sheet': { en: 'Sheet {n}', fr: 'Feuille {n}', es: 'Hoja {n}' },

  // -- sectors that a programme names by these words; others are shown as it writes them
  'sector.agriculture': { en: 'Agriculture', fr: 'Agriculture', es: 'Agricultura' },
  'sector.clean-technology': { en: 'Clean technology', fr: 'Technologies propres', es: 'Tecnología limpia' },
  'sector.critical-minerals': { en: 'Critical minerals', fr: 'Minéraux critiques', es: 'Minerales críticos' },
  'sector.manufacturing': { en: 'Manufacturing', fr: 'Fabrication', es: 'Manufactura' },
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof messages;
