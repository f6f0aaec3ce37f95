-- table: mart.stale_table
-- zh: 未能采用的表：最近一次收到后未能采用的表，每个文件的每张表一行，并说明沿用还是缺失
-- en: Tables that could not be used as they were received last, one row per sheet of a file, and whether earlier figures stay in their place
-- question: {zh: "哪些表没有采用最新收到的版本，现在公布的是什么？", en: "Which tables are not published as they were received last, and what stands in their place?"}
-- method: docs/methods/reading.md#tables-that-are-held
-- key: [path, sheet]
-- columns:
--   - {name: path, type: string, zh: 文件, en: File}
--   - {name: sheet, type: string, zh: 工作表, en: "Sheet; blank for a file of which no sheet can be read"}
--   - {name: layout, type: string, zh: 版式, en: "Layout, null when none fits"}
--   - {name: held_as, type: string, zh: "状态（stale 沿用上一次的数字，left_out 未采用，partly_held 部分数字未采用）", en: "stale: its figures before stay published; left_out: it has none; partly_held: only the figures with a fault are held", holds: "held_as IN ('stale', 'left_out', 'partly_held')"}
--   - {name: reason, type: string, zh: 原因（提示代码）, en: "Codes of the notices that say why"}
--   - {name: figures_kept, type: bigint, zh: 沿用的数字个数, en: Figures of the file that stay as they were before, min: 0}
--   - {name: edition, type: string, zh: 沿用数字的版次, en: "Edition of the figures that stay, null when there are none"}
SELECT path, sheet, layout, held_as, reason, figures_kept, edition
FROM core.held_table
