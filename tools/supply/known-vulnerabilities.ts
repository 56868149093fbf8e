import { z } from 'zod';

const advisory = z.object({ severity: z.string(), title: z.string(), url: z.string() });

/** npm's report (`npm audit --json`, auditReportVersion 2). A text in `via` names a package that has the vulnerability by another one. */
export const auditReport = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ via: z.array(z.union([z.string(), advisory])), nodes: z.array(z.string()) }),
  ),
});

/** The part of package-lock.json that says which version is in which folder. */
export const lockFile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

export interface KnownVulnerability extends z.infer<typeof advisory> {
  readonly name: string;
  /** Whether a copy of it is in the app, or only in what builds or tests the app. */
  readonly inApp: boolean;
}

/**
 * Returns each advisory once for each package it is about. `inApp` holds `name@version` of the packages in the app. A package that only needs
 * a vulnerable one is not listed: the vulnerable one is.
 */
export function knownVulnerabilities(
  report: z.infer<typeof auditReport>,
  lock: z.infer<typeof lockFile>,
  inApp: ReadonlySet<string>,
): KnownVulnerability[] {
  return Object.entries(report.vulnerabilities).flatMap(([name, { via, nodes }]) => {
    const ours = nodes.some((node) => inApp.has(`${name}@${lock.packages[node]?.version}`));
    return via.flatMap((one) => (typeof one === 'string' ? [] : [{ name, inApp: ours, ...one }]));
  });
}
