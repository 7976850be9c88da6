import { describe, expect, it } from "vitest";
import { chooseColumns, moved, readColumns } from "./columns";

const columns = [{ key: "name" }, { key: "stage" }, { key: "area" }, { key: "owner", hidden: true }];
const shown = (params: Record<string, string | string[]>) =>
  chooseColumns(columns, readColumns(params)).map(({ key }) => key);

describe("the columns of a list", () => {
  it.each([
    ["are the usual ones unless told", {}, "name stage area"],
    ["are those asked for, in their order", { columns: "name,owner,stage" }, "name owner stage"],
    ["always begin with what names the row", { columns: "area,name" }, "name area"],
    ["pass over what there is not, and what is said twice", { columns: "area,odour,area,," }, "name area"],
    ["are the first alone where nothing else is known", { columns: "odour" }, "name"],
    ["are the usual ones on demand", { columns: "usual" }, "name stage area"],
    ["come from a plain form too", { columns: ["name", "owner", "area"] }, "name owner area"],
    ["move by the form's arrows", { columns: ["name", "owner", "area"], move: "area:up" }, "name area owner"],
    ["stay where a move makes no sense", { columns: "name,area", move: "area:down" }, "name area"],
    ["stay where nothing is moved", { columns: "name,area", move: "odour" }, "name area"],
  ])("%s", (_, params, keys) => expect(shown(params).join(" ")).toBe(keys));

  it("never moves anything before the first", () => {
    expect(moved(["name", "area", "owner"], "area", -1)).toEqual(["name", "area", "owner"]);
    expect(moved(["name", "area", "owner"], "name", 1)).toEqual(["name", "area", "owner"]);
    expect(moved(["name", "area", "owner"], "area", 1)).toEqual(["name", "owner", "area"]);
  });
});
