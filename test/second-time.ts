// Names at the end of a run which tests passed only when they were run once more, so that nobody overlooks them.
// It must never know why.
import type { Reporter, TestCase } from 'vitest/node';

export class SecondTime implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky)
      this.names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.names) console.log(`passed only at the second time: ${name}`);
  }
}
