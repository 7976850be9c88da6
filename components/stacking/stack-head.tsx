import type { RefObject } from "react";
import { FigureLine } from "@/components/ui/key-figures";
import { LiveButton } from "@/components/ui/live-button";
import { downloadPng, downloadSvg } from "./download";
import styles from "./stacking.module.css";
import type { BlockWords } from "./words";

type Props = {
  figures: { label: string; value: string; unit?: string }[];
  drawing: RefObject<SVGSVGElement | null>;
  /** What a downloaded file is called, without its ending. */
  file: string;
  words: BlockWords;
};

/** The day's figures, and the ways in which the plan leaves the screen. */
export function StackHead({ figures, drawing, file, words: { t } }: Props) {
  return (
    <div className={styles.head}>
      <FigureLine figures={figures} />
      <div className={`${styles.verbs} no-print`}>
        <LiveButton
          aria-label={t("buildings.plan.downloadSvg")}
          onClick={() => drawing.current && downloadSvg(drawing.current, file)}
        >
          {t("buildings.plan.svg")}
        </LiveButton>
        <LiveButton
          aria-label={t("buildings.plan.downloadPng")}
          onClick={() => drawing.current && downloadPng(drawing.current, file)}
        >
          {t("buildings.plan.png")}
        </LiveButton>
        <LiveButton onClick={() => window.print()}>{t("buildings.plan.print")}</LiveButton>
      </div>
    </div>
  );
}
