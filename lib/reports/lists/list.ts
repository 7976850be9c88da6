import type { ChoiceList } from "@/lib/domain/views/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import type { ReportColumn, Say } from "@/lib/reports/columns";

/** Who asks for a list, with the list's own parameters. */
export interface ListRequest {
  viewer: Viewer;
  values: Record<string, string>;
  asOf: CivilDate;
}

/** For whom a list's columns are declared: which there are may depend on the reader. */
export interface ListContext extends Pick<ListRequest, "viewer" | "asOf"> {
  locale: Locale;
  say: Say;
}

/** One column of a list, declared once: the page's table and the file are drawn from it. */
export interface ListColumn<Row> extends ReportColumn<Row> {
  /** There to be chosen, and not shown until it is. */
  hidden?: boolean;
  /** The name that the list sorts by. */
  sort?: string;
  /** Long words may break anywhere; codes, dates and figures stay on one line. */
  wrap?: boolean;
  /** Figures of one width, for codes that stand under each other. */
  tabular?: boolean;
  /** The shape and colour of a derived status. */
  mark?: (row: Row) => StatusKind;
  /** A word in a frame, and in which tone. */
  badge?: (row: Row) => "neutral" | "good";
  /** Where the words of the cell lead, each of them; the screen counts them when they are many. */
  links?: (row: Row, locale: Locale) => { text: string; href: string }[];
  /** In files though the screen does not show it: what a field that was retired still holds. */
  inFiles?: boolean;
  /** The cell in words on the screen, where a file has the bare value. */
  words?: (row: Row, locale: Locale) => string;
  /** Decimal places of a rate or a number on the screen; files have all of them. */
  places?: number;
}

/**
 * A list: its columns, and how its rows are read for a file. The ids are fixed by one statement, so what others
 * write meanwhile neither repeats a row nor skips one; the rows themselves are read while the file is sent, and no
 * connection is held for a reader who is slow.
 */
export interface List<Row> {
  /** The noun: its address, and the name that what a person chose is kept under. */
  noun: ChoiceList;
  /** The message key of the list's title. */
  title: string;
  /** In their usual order, the first of them always shown. They may be asked of the database. */
  columns: (context: ListContext) => ListColumn<Row>[] | Promise<ListColumn<Row>[]>;
  /** Where a row leads. */
  href: (row: Row) => string;
  ids: (request: ListRequest) => Promise<string[]>;
  rows: (request: ListRequest, ids: string[]) => Promise<Row[]>;
}
