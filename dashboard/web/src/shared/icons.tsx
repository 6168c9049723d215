import type { ComponentChildren } from 'preact';

interface Drawn {
  /** What the icon says to who cannot see it; none where a word stands beside it. */
  label?: string;
}

/** A shape on a 24 grid, in the colour and size of the text beside it. */
function Icon({ label, children }: Drawn & { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label })}
    >
      {children}
    </svg>
  );
}

export const CheckIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);

/** Admitted: a disc with a tick. */
export const AdmittedIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="12" r="10" />
    <path d="m7.5 12.5 3 3 6-6.5" />
  </Icon>
);

/** Refused: the octagon of a stop sign with a bar. */
export const RefusedIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" />
    <path d="M7 12h10" stroke-width="3" />
  </Icon>
);

/** Over a soft limit: a triangle with a mark. */
export const WarningIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M12 3 1.8 20.5h20.4z" />
    <path d="M12 10v4.5M12 17.4v.1" />
  </Icon>
);

/** Left: an open square with an arrow out of it. */
export const ExitedIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M14 3H4v18h10" />
    <path d="M9.5 12H22m-4.5-4.5L22 12l-4.5 4.5" />
  </Icon>
);

export const EntryIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M10 3h10v18H10" />
    <path d="M2 12h12.5M10 7.5l4.5 4.5-4.5 4.5" />
  </Icon>
);

export const UndoIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M8 4 3.5 8.5 8 13" />
    <path d="M4 8.5h10a6 6 0 0 1 0 12h-4" />
  </Icon>
);

export const WaitingIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="12" r="10" stroke-dasharray="3 3.3" />
    <path d="M12 6.5V12l3.5 2.5" />
  </Icon>
);

/** Not recorded: a cloud with a stroke through it. */
export const OfflineIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M7 18.5a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 17.8 9a4.8 4.8 0 0 1-.8 9.5z" />
    <path d="M3 3l18 18" />
  </Icon>
);

export const LiveIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="12" r="2.5" fill="currentColor" />
    <path d="M7 17a7 7 0 0 1 0-10M17 7a7 7 0 0 1 0 10" />
  </Icon>
);

export const UpIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M12 20V5m-6 6 6-6 6 6" />
  </Icon>
);

export const DownIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M12 4v15m-6-6 6 6 6-6" />
  </Icon>
);

export const LevelIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M5 12h14" />
  </Icon>
);

export const ClockIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M12 6.5V12l4 2.5" />
  </Icon>
);

export const DoorIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M3 21h18M6 21V3h12v18M14 12v.1" />
  </Icon>
);

export const PlayIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M7 4.5v15l12-7.5z" fill="currentColor" />
  </Icon>
);

export const PauseIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M8 5v14M16 5v14" stroke-width="4" stroke-linecap="butt" />
  </Icon>
);

export const SearchIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m15.5 15.5 5.5 5.5" />
  </Icon>
);

export const SettingsIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M3 7h10m5 0h3M3 17h3m5 0h10" />
    <circle cx="15.5" cy="7" r="2.5" />
    <circle cx="8.5" cy="17" r="2.5" />
  </Icon>
);

export const KeyboardIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M2 6h20v12H2zM6 10v.1M10 10v.1M14 10v.1M18 10v.1M8 14h8" />
  </Icon>
);

export const StarIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="m12 2.8 2.8 6 6.4.8-4.7 4.5 1.2 6.5-5.7-3.2-5.7 3.2 1.2-6.5L2.8 9.6l6.4-.8z" />
  </Icon>
);

export const ChevronIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="m9 5 7 7-7 7" />
  </Icon>
);

export const BackIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="m15 5-7 7 7 7" />
  </Icon>
);

export const CloseIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="m5 5 14 14M19 5 5 19" />
  </Icon>
);

export const PersonIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="7.5" r="4" />
    <path d="M4 21c.6-4.5 3.6-7 8-7s7.4 2.5 8 7" />
  </Icon>
);

export const ThemeIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 3v18a9 9 0 0 0 0-18z" fill="currentColor" />
  </Icon>
);

export const SunIcon = (p: Drawn) => (
  <Icon {...p}>
    <circle cx="12" cy="12" r="4.5" />
    <path d="M12 1.5v2.5m0 16v2.5M1.5 12H4m16 0h2.5M4.6 4.6l1.8 1.8m11.2 11.2 1.8 1.8m0-14.8-1.8 1.8M6.4 17.6l-1.8 1.8" />
  </Icon>
);

export const MoonIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M20.5 14.5A9 9 0 0 1 9.5 3.5a9 9 0 1 0 11 11z" />
  </Icon>
);

export const EyeIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M1.5 12C4 7.5 7.8 5 12 5s8 2.5 10.5 7C20 16.5 16.2 19 12 19S4 16.5 1.5 12z" />
    <circle cx="12" cy="12" r="3.2" />
  </Icon>
);

/** An access that is no more: a padlock with a cross in it. */
export const AccessGoneIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M4 10.5h16V22H4z" />
    <path d="M7.5 10.5V7a4.5 4.5 0 0 1 9 0v3.5" />
    <path d="m9.5 13.75 5 5m0-5-5 5" />
  </Icon>
);

export const LockIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M5 11h14v10H5z" />
    <path d="M8 11V7.5a4 4 0 0 1 8 0V11M12 15v2" />
  </Icon>
);

export const CopyIcon = (p: Drawn) => (
  <Icon {...p}>
    <path d="M9 8h11v13H9zM15 8V3H4v13h5" />
  </Icon>
);
