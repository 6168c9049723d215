import { missionPath } from '../shared/api';
import { choice } from '../shared/mission';

/** The mission that is administered; empty while there is none. */
export const here = (): string => (choice.value.state === 'chosen' ? choice.value.mission : '');

/** A path of the API in that mission. */
export const herePath = (rest: string): string => missionPath(here(), rest);
