import type { DemoCentre, DemoData } from '../demonstration-data.rules.ts';

/** How each centre takes members and is reached: invented like its hours, with an address that no mail can reach. */
export function planMembershipTerms(data: DemoData, centres: readonly DemoCentre[]) {
  return centres.map(({ id, key, model, country }) => {
    const terms = data.membership.models[model];
    if (!terms) throw new Error(`The demonstration does not say how a ${model} takes members.`);
    const language = country === 'LT' ? 'lt' : 'en';
    return {
      id,
      membershipAccess: terms.access,
      membershipBenefits: terms.benefits[language],
      houseRules: terms.rules[language],
      membershipLanguage: language,
      contactEmail: `${key}@example.org`,
      contactPhone: data.membership.phones[key] ?? null,
      contactAnswers: terms.answers[language],
    };
  });
}
