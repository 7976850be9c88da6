import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeUscc, isDamagedCode, isUen, isUscc, toIdentifier, toNameKey } from "./rules";

const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const first17 = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((list) => list.join(""));

describe("unified social credit codes", () => {
  it("adds up for a code worked by hand", () => {
    // 9·1 + 1·3 + 4·9 + 4·27 + 0·19 + 1·26 + 0·16 + 1·17 = 199, the rest zeros; 199 mod 31 = 13; 31 − 13 = 18 → J
    expect(completeUscc("91440101000000000")).toBe("91440101000000000J");
    expect(isUscc("91440101000000000J")).toBe(true);
  });

  it("accepts every completed code and refuses every single changed character", () => {
    fc.assert(
      fc.property(
        first17,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...alphabet),
        (start, at, other) => {
          const code = completeUscc(start);
          expect(isUscc(code)).toBe(true);
          if (code[at] !== other) expect(isUscc(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
        },
      ),
    );
  });

  it("refuses letters that the standard leaves out, and other lengths", () => {
    expect(isUscc("91440101000000000I")).toBe(false);
    expect(isUscc("9144010100000000")).toBe(false);
  });

  it("keeps identifiers in one form, and knows a damaged one", () => {
    expect(toIdentifier(" ９１44-0101 0000 0000 0j ")).toBe("91440101000000000J");
    expect(isDamagedCode("9.14403E+17")).toBe(true);
    expect(isDamagedCode("914403000000000000")).toBe(true);
    expect(isDamagedCode("91440101000000000J")).toBe(false);
  });

  it("knows Singapore's numbers", () => {
    expect(isUen("199201624D")).toBe(true);
    expect(isUen("199201624E")).toBe(false);
    expect(isUen("T08GA0001Z")).toBe(false);
    expect(isUen("hello")).toBe(false);
  });
});

describe("matching names", () => {
  it.each([
    ["云岫图新医疗器械（广州）有限公司", "云岫图新医疗器械(广州)有限公司"],
    ["蓝榕软件股份有限公司", "蓝榕软件有限公司"],
    ["新桥（中国）有限公司", "新桥有限公司"],
    ["Lion TCR Pte. Ltd.", "LION TCR PTE LTD"],
    ["Qinghe Data Co., Ltd.", "Qinghe Data"],
  ])("%s is %s", (one, other) => expect(toNameKey(one)).toBe(toNameKey(other)));

  it("leaves an empty key where nothing but a legal form is left: never match on it", () => {
    expect(toNameKey("有限公司")).toBe("");
    expect(toNameKey("Co., Ltd.")).toBe("");
    expect(toNameKey(null)).toBe("");
  });

  it("keeps different firms apart", () => {
    expect(toNameKey("青禾数据科技有限公司")).not.toBe(toNameKey("青禾软件有限公司"));
  });
});
