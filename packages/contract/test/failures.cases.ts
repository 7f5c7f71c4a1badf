/** What runners print when code crashes and when an expectation is not met, shortened. */
export const failures: readonly {
  readonly runner: string;
  readonly want: "crash" | "assertion";
  readonly output: string;
}[] = [
  {
    runner: "vitest",
    want: "crash",
    output: `
 FAIL  a.spec.js > shows names
TypeError: Cannot read properties of null (reading 'toLowerCase')
 ❯ a.spec.js:2:74
      2| test("shows names", () => { expect(e.work_email.toLowerCase()).toBe("x"); });`,
  },
  {
    runner: "vitest",
    want: "assertion",
    output: `
 FAIL  a.spec.js > refuses
AssertionError: expected [Function] to throw TypeError: but got RangeError

- Expected
+ Received
 ❯ a.spec.js:3:36
      3| test("counts", () => { throw new TypeError("never"); });`,
  },
  {
    runner: "vitest",
    want: "crash",
    output: " FAIL  a.spec.js > slow\nTestTimeoutError: Test timed out in 50ms.",
  },
  {
    runner: "vitest",
    want: "crash",
    output: "⎯⎯⎯⎯ Unhandled Rejection ⎯⎯⎯⎯⎯\nTypeError: x is null\n ❯ a.spec.js:5:44",
  },
  { runner: "vitest", want: "crash", output: " FAIL  a.spec.js > plain\nError: boom\n ❯ a.spec.js:5:44" },
  {
    runner: "jest",
    want: "crash",
    output: `
  ● shows names

    TypeError: Cannot read properties of null (reading 'toLowerCase')

    > 1 | test("shows names", () => { expect(e.work_email).toBe(1); });`,
  },
  {
    runner: "jest",
    want: "assertion",
    output: `
  ● counts

    expect(received).toEqual(expected) // deep equality

    - Expected  - 1
    + Received  + 1

      3 | test("plain", () => { throw new Error("boom"); });`,
  },
  { runner: "jest", want: "crash", output: '  ● slow\n\n    thrown: "Exceeded timeout of 50 ms for a test.' },
  {
    runner: "jest",
    want: "crash",
    output: "  ● plain\n\n    boom\n\n      at Object.<anonymous> (j.test.cjs:3:29)",
  },
  {
    runner: "node:test",
    want: "crash",
    output: `
not ok 1 - shows names
  ---
  failureType: 'testCodeFailure'
  error: "Cannot read properties of null (reading 'toLowerCase')"
  code: 'ERR_TEST_FAILURE'
  name: 'TypeError'`,
  },
  {
    runner: "node:test",
    want: "assertion",
    output: `
not ok 2 - counts
  ---
  failureType: 'testCodeFailure'
  error: |-
    Expected values to be strictly equal:

    1 !== 2

  code: 'ERR_ASSERTION'
  name: 'AssertionError'`,
  },
  {
    runner: "node:test",
    want: "assertion",
    output:
      "✖ counts (1.7ms)\n  AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n  1 !== 2",
  },
  {
    runner: "mocha",
    want: "crash",
    output: "  1) slow:\n     Error: Timeout of 2000ms exceeded. For async tests, call done().",
  },
  {
    runner: "mocha",
    want: "assertion",
    output: "  1) counts:\n\n      AssertionError: expected 1 to equal 2\n      + expected - actual",
  },
  {
    runner: "minitest",
    want: "crash",
    output: `
  2) Error:
BTest#test_names:
NoMethodError: undefined method \`downcase' for nil:NilClass

  def test_names = nil.downcase`,
  },
  {
    runner: "minitest",
    want: "assertion",
    output: "\n  1) Failure:\nBTest#test_counts [b_test.rb:4]:\nExpected: 1\n  Actual: 2",
  },
  {
    runner: "rspec",
    want: "crash",
    output: `
  1) Employees shows names
     Failure/Error: employee.work_email.downcase

     NoMethodError:
       undefined method \`downcase' for nil:NilClass`,
  },
  {
    runner: "rspec",
    want: "assertion",
    output: `
  1) Employees counts
     Failure/Error: expect(count).to eq(2)

       expected: 2
            got: 1

       (compared using ==)`,
  },
  {
    runner: "pytest",
    want: "crash",
    output: `
    def test_names():
>       employee["work_email"].lower()
E       AttributeError: 'NoneType' object has no attribute 'lower'

t_test.py:3: AttributeError`,
  },
  { runner: "pytest", want: "crash", output: "E       KeyError: 'work_email'\n\nt_test.py:3: KeyError" },
  {
    runner: "pytest",
    want: "assertion",
    output:
      "    def test_counts():\n>       assert 1 == 2\nE       assert 1 == 2\n\nt_test.py:6: AssertionError",
  },
  { runner: "unittest", want: "assertion", output: "FAIL: test_b (__main__.T)\nAssertionError: 1 != 2" },
  {
    runner: "go test",
    want: "crash",
    output:
      "--- FAIL: TestNames (0.00s)\npanic: runtime error: invalid memory address or nil pointer dereference [recovered]",
  },
  {
    runner: "go test",
    want: "assertion",
    output: "--- FAIL: TestCounts (0.00s)\n    sync_test.go:12: got 1, want 2\nFAIL\nexit status 1",
  },
  {
    runner: "JUnit",
    want: "crash",
    output: `
[ERROR] SyncTest.names:12 » NullPointer
java.lang.NullPointerException: Cannot invoke "String.toLowerCase()" because "email" is null`,
  },
  {
    runner: "JUnit",
    want: "assertion",
    output:
      "org.opentest4j.AssertionFailedError: expected: <2> but was: <1>\n\tat SyncTest.counts(SyncTest.java:20)",
  },
  {
    runner: "an SDK",
    want: "crash",
    output:
      '\u001b[31mResponseValidationError\u001b[39m: Response validation failed: [\n  { "code": "invalid_type" }',
  },
  {
    runner: "zod",
    want: "crash",
    output: 'ZodError: [\n  {\n    "expected": "string",\n    "code": "invalid_type"',
  },
  {
    runner: "npm",
    want: "crash",
    output: "npm error Lifecycle script `test` failed with error:\nnpm error code 1",
  },
];
