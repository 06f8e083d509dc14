/** The one password of the demonstration's accounts. It stands in the README: whoever runs Talka for real loads none. */
export const demonstrationPassword = 'talka-demo';

/** People of the demonstration who can sign in, with `demonstrationPassword`. */
export const demonstrationAccounts = [
  { key: 'aiste', email: 'aiste@example.org', name: 'Aistė Petraitytė', role: 'member' },
  { key: 'jonas', email: 'jonas@example.org', name: 'Jonas Balčiūnas', role: 'staff' },
  { key: 'ruta', email: 'ruta@example.org', name: 'Rūta Stankevičiūtė', role: 'manager' },
  { key: 'gabija', email: 'gabija@example.org', name: 'Gabija Urbonaitė', role: 'coordinator' },
  { key: 'tomas', email: 'tomas@example.org', name: 'Tomas Jankauskas', role: 'operator' },
  { key: 'vilte', email: 'vilte@example.org', name: 'Viltė Jasaitytė', role: 'newcomer' },
] as const;
