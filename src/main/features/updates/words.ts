/** The sentences of updates, nested by the file that uses them. */
export const words = {
  desk: {
    notReady: 'No newer version is ready.',
    off: 'Keyturn does not check for updates here.',
    seeSettings: 'Settings say why.',
    rotationRuns: 'A step of a rotation is running, so Keyturn does not restart now.',
    jobRuns: 'A job is changing users, so Keyturn does not restart now.',
    afterIt: 'Restart when it has ended, or pause the job.',
  },
};
