import { sound } from './identity';

/** How a decision sounds and feels, so that it can be told without looking. */
export type Cue = 'admitted' | 'exited' | 'refused' | 'soft' | 'trouble';

interface Tone {
  hertz: number;
  from: number;
  lasts: number;
  wave?: OscillatorType;
}

const tones: Record<Cue, Tone[]> = {
  admitted: [
    { hertz: 660, from: 0, lasts: 0.09 },
    { hertz: 990, from: 0.1, lasts: 0.16 },
  ],
  exited: [
    { hertz: 620, from: 0, lasts: 0.09 },
    { hertz: 440, from: 0.1, lasts: 0.16 },
  ],
  refused: [
    { hertz: 196, from: 0, lasts: 0.2, wave: 'square' },
    { hertz: 165, from: 0.26, lasts: 0.36, wave: 'square' },
  ],
  soft: [
    { hertz: 392, from: 0, lasts: 0.12, wave: 'triangle' },
    { hertz: 392, from: 0.2, lasts: 0.12, wave: 'triangle' },
    { hertz: 392, from: 0.4, lasts: 0.12, wave: 'triangle' },
  ],
  trouble: [{ hertz: 130, from: 0, lasts: 0.5, wave: 'sawtooth' }],
};

const shakes: Record<Cue, number[]> = {
  admitted: [70],
  exited: [40, 60, 40],
  refused: [220, 90, 220],
  soft: [60, 60, 60, 60, 60],
  trouble: [500],
};

let audio: AudioContext | null = null;

/** Browsers let a page make sound only after a touch or a key. */
export function unlock(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
}

export function give(cue: Cue): void {
  // desktop browsers and iOS have no vibration
  if ('vibrate' in navigator) navigator.vibrate(shakes[cue]);
  if (!sound.value || audio?.state !== 'running') return;
  for (const tone of tones[cue]) play(audio, tone);
}

function play(context: AudioContext, { hertz, from, lasts, wave }: Tone): void {
  const start = context.currentTime + from;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.25, start + 0.01);
  gain.gain.setValueAtTime(0.25, start + lasts - 0.03);
  gain.gain.linearRampToValueAtTime(0, start + lasts);
  const oscillator = context.createOscillator();
  oscillator.type = wave ?? 'sine';
  oscillator.frequency.value = hertz;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + lasts);
}
