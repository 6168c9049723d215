import type { Message } from './messages';

/** The texts of the privacy page: what can be done about personal data, and what is stored, where and how long. */
export const privacyMessages = {
  'privacy.people': {
    en: { one: '{n} person is stored by name', other: '{n} people are stored by name' },
    fr: { one: '{n} personne enregistrée nommément', other: '{n} personnes enregistrées nommément' },
    es: { one: '{n} persona guardada con su nombre', other: '{n} personas guardadas con su nombre' },
  },
  'privacy.anonymise-on': {
    en: 'They become anonymous on {date}; the counts stay.',
    fr: 'Elles deviendront anonymes le {date}\u00a0; les chiffres restent.',
    es: 'Serán anónimas el {date}; las cifras se conservan.',
  },
  'privacy.no-date': {
    en: 'The programme has no end yet, so no day is set.',
    fr: 'Le programme n’a pas encore de fin\u00a0: aucun jour n’est fixé.',
    es: 'El programa aún no tiene fin, así que no hay fecha fijada.',
  },
  'privacy.anonymised': {
    en: 'This mission was made anonymous on {date}. Its counts stay.',
    fr: 'Cette mission a été rendue anonyme le {date}. Ses chiffres restent.',
    es: 'Esta misión se hizo anónima el {date}. Sus cifras se conservan.',
  },
  'privacy.retention': {
    en: 'Keep names for how many days after the mission ends',
    fr: 'Garder les noms combien de jours après la fin de la mission',
    es: 'Cuántos días conservar los nombres tras el fin de la misión',
  },
  'privacy.retention-rule': {
    en: '1 to 3,650 days. The mission ends on {date}.',
    fr: '1 à 3\u00a0650 jours. La mission se termine le {date}.',
    es: 'De 1 a 3,650 días. La misión termina el {date}.',
  },
  'privacy.retention-rule-open': {
    en: '1 to 3,650 days.',
    fr: '1 à 3\u00a0650 jours.',
    es: 'De 1 a 3,650 días.',
  },
  'privacy.saved': { en: 'Saved.', fr: 'Enregistré.', es: 'Guardado.' },
  'privacy.now.title': {
    en: 'Make anonymous now',
    fr: 'Rendre anonyme maintenant',
    es: 'Hacer anónima ahora',
  },
  'privacy.now.text': {
    en: 'Names, organisations, notes and badge codes of this mission are erased for good. Counts and attendance stay, without anybody’s name. It cannot be undone.',
    fr: 'Les noms, organisations, notes et codes d’insigne de cette mission sont effacés pour toujours. Les chiffres et les présences restent, sans aucun nom. C’est irréversible.',
    es: 'Se borran para siempre los nombres, organizaciones, notas y códigos de gafete de esta misión. Quedan las cifras y asistencias, sin ningún nombre. No se puede deshacer.',
  },
  'privacy.now.confirm': {
    en: 'Type “{mission}” to confirm',
    fr: 'Tapez «\u00a0{mission}\u00a0» pour confirmer',
    es: 'Escriba «{mission}» para confirmar',
  },
  'privacy.now.do': { en: 'Make anonymous', fr: 'Rendre anonyme', es: 'Hacer anónima' },
  'privacy.person.title': { en: 'One person', fr: 'Une personne', es: 'Una persona' },
  'privacy.person.text': {
    en: 'Somebody asks what is stored about them, or that it be erased. Find them by name, organisation or code.',
    fr: 'Quelqu’un demande ce qui est enregistré à son sujet, ou son effacement. Cherchez par nom, organisation ou code.',
    es: 'Alguien pregunta qué se guarda sobre su persona, o pide borrarlo. Busque por nombre, organización o código.',
  },
  'privacy.person.export': { en: 'Export', fr: 'Exporter', es: 'Exportar' },
  'privacy.person.erase': { en: 'Erase', fr: 'Effacer', es: 'Borrar' },
  'privacy.person.erase-title': {
    en: 'Why erase {name}? It cannot be undone.',
    fr: 'Pourquoi effacer {name}\u202f? C’est irréversible.',
    es: '¿Por qué borrar a {name}? No se puede deshacer.',
  },
  'privacy.person.why.asked': {
    en: 'The person asked for it',
    fr: 'À sa demande',
    es: 'Lo pidió la persona',
  },
  'privacy.person.why.consent': {
    en: 'Consent was withdrawn',
    fr: 'Consentement retiré',
    es: 'Retiró su consentimiento',
  },
  'privacy.person.why.mistake': {
    en: 'Stored by mistake',
    fr: 'Enregistré par erreur',
    es: 'Se guardó por error',
  },
  'privacy.person.why.order': {
    en: 'An authority ordered it',
    fr: 'Ordre d’une autorité',
    es: 'Orden de una autoridad',
  },
  'privacy.person.erased': {
    en: '{name} was erased.',
    fr: '{name}\u00a0: effacé.',
    es: 'Se borró a {name}.',
  },
  'privacy.person.none': {
    en: 'Nobody matches “{text}”.',
    fr: 'Personne ne correspond à «\u00a0{text}\u00a0».',
    es: 'Nadie coincide con «{text}».',
  },

  // -- what is stored
  'stored.title': {
    en: 'What is stored, where, and how long',
    fr: 'Ce qui est conservé, où et combien de temps',
    es: 'Qué se guarda, dónde y cuánto tiempo',
  },
  'stored.what': { en: 'What', fr: 'Quoi', es: 'Qué' },
  'stored.where': { en: 'Where', fr: 'Où', es: 'Dónde' },
  'stored.long': { en: 'How long', fr: 'Combien de temps', es: 'Cuánto tiempo' },
  'stored.delegates.what': {
    en: 'Delegates: name, organisation, sector, language, whether they are a VIP, a note for the door, badge codes, the sessions they are expected in',
    fr: 'Délégués\u00a0: nom, organisation, secteur, langue, statut VIP, note pour la porte, codes d’insigne, séances où ils sont attendus',
    es: 'Delegados: nombre, organización, sector, idioma, si es VIP, nota para la puerta, códigos de gafete, sesiones en las que se les espera',
  },
  'stored.delegates.where': {
    en: 'In the catalogue of this installation’s database, and nowhere else',
    fr: 'Dans le catalogue de la base de données de cette installation, et nulle part ailleurs',
    es: 'En el catálogo de la base de datos de esta instalación, y en ningún otro lugar',
  },
  'stored.delegates.long': {
    en: 'Until the day above; then names become anonymous and codes stop working',
    fr: 'Jusqu’au jour ci-dessus\u00a0; puis les noms deviennent anonymes et les codes cessent de fonctionner',
    es: 'Hasta el día indicado arriba; después los nombres se vuelven anónimos y los códigos dejan de funcionar',
  },
  'stored.scans.what': {
    en: 'Scans: which delegate (a number, no name), door, time, device, who asked, decision and reason; of an unknown badge, the code that was read',
    fr: 'Passages\u00a0: quel délégué (un numéro, sans nom), porte, heure, appareil, qui l’a demandé, décision et motif\u00a0; pour un insigne inconnu, le code lu',
    es: 'Accesos: qué delegado (un número, sin nombre), puerta, hora, dispositivo, quién lo pidió, decisión y motivo; de un gafete desconocido, el código leído',
  },
  'stored.scans.where': {
    en: 'In the journal of the same database; logs and measurements hold numbers only',
    fr: 'Dans le journal de la même base\u00a0; les traces et les mesures ne contiennent que des numéros',
    es: 'En el diario de la misma base; los registros técnicos y las mediciones solo tienen números',
  },
  'stored.scans.long': {
    en: 'Kept as a record of attendance; without the catalogue nobody can be told from it',
    fr: 'Conservés comme registre de présence\u00a0; sans le catalogue, ils ne désignent plus personne',
    es: 'Se conservan como registro de asistencia; sin el catálogo no identifican a nadie',
  },
  'stored.staff.what': {
    en: 'Staff: names of accounts, a hash of each password, names of devices, the name that somebody at a door gave',
    fr: 'Personnel\u00a0: noms des comptes, empreinte de chaque mot de passe, noms des appareils, nom donné par la personne à la porte',
    es: 'Personal: nombres de las cuentas, una huella de cada contraseña, nombres de los dispositivos, el nombre que dio quien atiende la puerta',
  },
  'stored.staff.where': {
    en: 'In the same database; passwords and secrets of devices only as hashes',
    fr: 'Dans la même base\u00a0; les mots de passe et les secrets des appareils seulement sous forme d’empreintes',
    es: 'En la misma base; las contraseñas y los secretos de los dispositivos solo como huellas',
  },
  'stored.staff.long': {
    en: 'As long as this installation needs them; an account can be disabled at any time',
    fr: 'Tant que cette installation en a besoin\u00a0; un compte peut être désactivé à tout moment',
    es: 'Mientras esta instalación los necesite; una cuenta puede desactivarse en cualquier momento',
  },
  'stored.audit.what': {
    en: 'Audit: who signed in, was refused or changed something, when, from which network address, what was before and after',
    fr: 'Journal d’audit\u00a0: qui s’est connecté, s’est vu refuser ou a changé quelque chose, quand, de quelle adresse réseau, l’état avant et après',
    es: 'Auditoría: quién entró, fue rechazado o cambió algo, cuándo, desde qué dirección de red, qué había antes y después',
  },
  'stored.audit.where': {
    en: 'In the same database; entries are added and never changed',
    fr: 'Dans la même base\u00a0; les entrées s’ajoutent et ne changent jamais',
    es: 'En la misma base; los registros se agregan y nunca cambian',
  },
  'stored.audit.long': {
    en: 'For good: it is the record of who answers for what',
    fr: 'Sans limite\u00a0: il établit qui répond de quoi',
    es: 'Sin límite: es la constancia de quién responde de qué',
  },
  'stored.nothing': {
    en: 'No photographs, no location but the doors, no tracking, nothing is sent to anybody else. The pages keep in the browser the language, the theme, the door and the name of whoever is at it.',
    fr: 'Aucune photo, aucune position autre que les portes, aucun pistage, rien n’est envoyé à des tiers. Les pages gardent dans le navigateur la langue, le thème, la porte et le nom de la personne qui s’y trouve.',
    es: 'Sin fotografías, sin ubicación aparte de las puertas, sin rastreo; nada se envía a terceros. Las páginas guardan en el navegador el idioma, el tema, la puerta y el nombre de quien la atiende.',
  },
  'stored.yardsticks': {
    en: 'The yardsticks',
    fr: 'Les lois prises pour mesure',
    es: 'Las leyes de referencia',
  },
  'stored.lfpdppp': {
    en: 'Mexico, LFPDPPP of 2025: a privacy notice before data are collected, only what the purpose needs, and the rights of access, rectification, cancellation and opposition. Export and erase above answer the first and the third; a new import rectifies; whoever opposes is erased. The notice itself is the organiser’s.',
    fr: 'Mexique, LFPDPPP de 2025\u00a0: avis de confidentialité avant la collecte, seulement ce que la finalité exige, droits d’accès, de rectification, d’annulation et d’opposition. L’exportation et l’effacement ci-dessus répondent au premier et au troisième\u00a0; une nouvelle importation rectifie\u00a0; qui s’oppose est effacé. L’avis lui-même revient à l’organisateur.',
    es: 'México, LFPDPPP de 2025: aviso de privacidad antes de recabar datos, solo lo que la finalidad requiere, y los derechos de acceso, rectificación, cancelación y oposición. Exportar y borrar responden al primero y al tercero; una nueva importación rectifica; quien se opone se borra. El aviso corresponde al organizador.',
  },
  'stored.pipeda': {
    en: 'Canada, PIPEDA: an identified purpose, consent, limited collection, use and retention, safeguards, and access of each person to what is held about them. The purpose here is to admit people and to know who is inside; names end with the retention period; every sign-in and every change of rights is recorded.',
    fr: 'Canada, LPRPDE\u00a0: finalité déterminée, consentement, collecte, usage et conservation limités, mesures de sécurité, accès de chacun à ce qui le concerne. La finalité est d’admettre les personnes et de savoir qui est à l’intérieur\u00a0; les noms disparaissent au terme de la conservation\u00a0; chaque connexion et chaque changement de droits est consigné.',
    es: 'Canadá, PIPEDA: finalidad definida, consentimiento, recolección, uso y conservación limitados, medidas de seguridad y acceso de cada persona a lo que se guarda sobre ella. La finalidad es admitir personas y saber quién está dentro; los nombres terminan con el plazo; cada inicio de sesión y cada cambio de permisos queda registrado.',
  },
  'stored.gdpr': {
    en: 'European Union, GDPR: data minimisation and storage limitation (article 5), access (15), erasure (17), portability (20), security (32). Export is one file that machines read; erasing leaves counts that point to nobody.',
    fr: 'Union européenne, RGPD\u00a0: minimisation et limitation de la conservation (article 5), accès (15), effacement (17), portabilité (20), sécurité (32). L’exportation est un fichier lisible par machine\u00a0; l’effacement laisse des chiffres qui ne désignent personne.',
    es: 'Unión Europea, RGPD: minimización y limitación del plazo (artículo 5), acceso (15), supresión (17), portabilidad (20), seguridad (32). La exportación es un archivo legible por máquina; al borrar quedan cifras que no señalan a nadie.',
  },
  'stored.not-advice': {
    en: 'This describes the software. Who is responsible under each law, and on what ground, is for the organiser to settle.',
    fr: 'Ceci décrit le logiciel. Le responsable au sens de chaque loi et le fondement juridique relèvent de l’organisateur.',
    es: 'Esto describe el programa. Quién es responsable según cada ley, y con qué base, lo define el organizador.',
  },
} as const satisfies Record<string, Message>;
