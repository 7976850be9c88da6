import fc from "fast-check";
import { expect, test } from "vitest";
import { packRows, unpackRows } from "./packed-rows";
import { drawPlainRows, type PlainRow } from "./plain-rows";

const words = fc.oneof(
  fc.string(),
  fc.constantFrom("", "广州 \n知识城", "a\tb", "<b>\f&"),
  fc.string({ unit: "binary" }),
);

/** Tables as lists have them: all rows alike in what they are made of. */
const anyTable = fc
  .record({
    leads: fc.boolean(),
    boxes: fc.boolean(),
    marked: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  })
  .chain(({ leads, boxes, marked }) =>
    fc.array(
      fc.record({
        href: leads ? words.map((text) => `/firms/${text}?asOf=2022-11-01`) : fc.constant(undefined),
        box: boxes
          ? fc.record({ id: words, label: words.map((text) => `Select ${text}`) })
          : fc.constant(undefined),
        cells: fc.tuple(
          ...marked.map((mark, i) =>
            fc.record({
              text: words,
              look: fc.constant<Record<string, string>>(i > 0 ? { "data-align": "end" } : {}),
              mark: mark ? fc.record({ kind: words, style: fc.constant("m") }) : fc.constant(undefined),
              links: fc.option(
                fc.array(fc.record({ text: words, href: words }), { minLength: 1, maxLength: 3 }),
                {
                  nil: undefined,
                },
              ),
            }),
          ),
        ),
      }),
      { maxLength: 5 },
    ),
  );

test("rows are drawn after their travel as they would have been before it", () => {
  fc.assert(
    fc.property(anyTable, (rows: PlainRow[]) => {
      const travelled = unpackRows(JSON.parse(JSON.stringify(packRows(rows))));
      const spaced = (html: string) => html.replace(/[\n\t\f]/g, " ");
      expect(drawPlainRows(travelled)).toBe(spaced(drawPlainRows(rows)));
    }),
    { numRuns: 500 },
  );
});

test("what all rows share is said once", () => {
  const row = (n: number): PlainRow => ({
    href: `/firms/0193000${n}?asOf=2022-11-01`,
    cells: [
      { text: `Firm ${n} Ltd`, look: {} },
      { text: "Biomedicine", look: {} },
    ],
  });
  const packed = packRows([row(1), row(2), row(3)]);
  expect(packed.text).toBe("1\t1\t\n2\t2\t\n3\t3\t");
  expect(packed.shared).toEqual([
    ["/firms/0193000", "?asOf=2022-11-01"],
    ["Firm ", " Ltd"],
    ["Biomedicine", ""],
  ]);
});
