/** Waits, but no longer than until the device is back in the network. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      removeEventListener('online', finish);
      done();
    };
    const timer = setTimeout(finish, milliseconds);
    addEventListener('online', finish);
  });
}
