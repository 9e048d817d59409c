//! 常见问题解答列表 with the 热线电话服务知识树: the frequent questions of a year, and their answers.
//!
//! In: knowledge entries and the tickets of the year that refer to them. Out: a [`Document`] with the tree, the list
//! and every answer. All users of the system receive it, so it contains no name or number of a caller and no
//! department.

use super::document::{Block, Cell, Chapter, Document, Table, Tile, TreeRow, Width};
use super::facts::Facts;
use super::format::{self, NOTHING};
use super::kind::{Body, ReportContext};
use super::{markdown, method, shared};
use crate::model::{Evidence, Knowledge, Ticket, YesNo, report_id};
use crate::schedule::{KnowledgeTree, Period, Row as LedgerRow, TreeEntry, TreeNode, Volume};
use crate::source::FileId;

/// The kinds of record whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[Evidence::Knowledge];
/// At most this many questions are named on the verdict page.
const TOP: usize = 10;

struct FaqInput<'a, 'm> {
    context: &'m ReportContext<'a>,
    period: &'m Period,
    tree: KnowledgeTree<'a>,
    volume: Volume<'a>,
}

/// Builds the report of a year.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    let input = FaqInput {
        context,
        period,
        tree: KnowledgeTree::new(context.records, &context.service, period, context.as_of),
        volume: Volume::of(&context.service, period),
    };
    let chapters =
        vec![overview(&input), tree(&input), list(&input), answers(&input), typical(&input)];
    let mut document = Document::new(front(&input), chapters, "热线主管");
    document.notes = method::faq_notes(period);
    let sources = sources(&input);
    document.into_body(context, Vec::new(), sources, facts(&input))
}

fn facts(input: &FaqInput<'_, '_>) -> Facts {
    let changed = input.tree.all().iter().map(|found| found.entry.record.updated_on.0).max();
    let end = input.period.to.min(input.context.as_of);
    Facts {
        served: Some(format!("{}—{}", format::long_day(input.period.from), format::long_day(end))),
        prepared_by: shared::busiest_agent(
            input.context,
            &input.context.service.of_period(input.period),
        ),
        dated: changed.map(|day| day.max(end)),
        ..Facts::default()
    }
}

/// The top node above an entry.
fn category(entry: &Knowledge) -> String {
    let path: Vec<_> = entry.path().collect();
    if path.is_empty() { "未归类".to_owned() } else { path.join("／") }
}

fn roles(entry: &Knowledge) -> String {
    if entry.roles.is_empty() { NOTHING.to_owned() } else { entry.roles.join("、") }
}

/// Entries that were written or changed in the period.
fn renewed(input: &FaqInput<'_, '_>) -> usize {
    let entries = input.tree.all();
    entries.iter().filter(|found| input.period.contains(found.entry.record.updated_on.0)).count()
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(input: &FaqInput<'_, '_>) -> Vec<Block> {
    let tree = &input.tree;
    let count = tree.all().len();
    let text = format!(
        "本期受理{}件，其中{}件归入知识节点；知识树共{}个一级节点、{count}条常见问题，本期新增或修订{}条。",
        tree.tickets,
        tree.linked,
        tree.nodes.len(),
        renewed(input),
    );
    let (word, class) = match count {
        0 => ("尚无知识条目".to_owned(), "skipped"),
        _ => (format!("常见问题{count}条"), "normal"),
    };
    let tiles = vec![
        Tile::new("常见问题", "plain", count, "条"),
        Tile::new("一级节点", "plain", tree.nodes.len(), "个"),
        Tile::new("归入知识节点", "plain", tree.linked, "件")
            .note(format::share(tree.linked, tree.tickets)),
        Tile::new("新增或修订", "plain", renewed(input), "条"),
        Tile::new("典型问题", "plain", input.volume.typical, "件"),
    ];
    vec![
        Block::Banner { title: "本期知识整理".to_owned(), word, class, text },
        Block::Tiles { label: "知识条目与咨询".to_owned(), tiles },
        top(input),
    ]
}

fn top(input: &FaqInput<'_, '_>) -> Block {
    let mut entries = input.tree.all();
    entries.retain(|found| !found.tickets.is_empty());
    entries.sort_by_key(|found| std::cmp::Reverse(found.tickets.len()));
    entries.truncate(TOP);
    Table::of("top", "咨询最多的问题", entries)
        .column("编号", Width::No, |found| number(&found.entry.record))
        .column("问题", Width::Text, |found| &found.entry.record.question)
        .column("知识节点", Width::Name, |found| category(&found.entry.record))
        .column("咨询次数", Width::Count, |found| found.tickets.len())
        .or(Block::nothing("—（本期未发生）本期没有归入知识节点的咨询。"))
}

/// The number of an entry, with a link to its answer.
fn number(entry: &Knowledge) -> Cell {
    Cell::from(&entry.id).to(format!("#{}", entry.id))
}

// ---- chapters -----------------------------------------------------------------------------------------------------

fn overview(input: &FaqInput<'_, '_>) -> Chapter {
    let facts = [
        ("依据", shared::basis(input.context, SHOWS)),
        (
            "来源",
            "本期各渠道的服务记录；一件记录归入一个知识节点，咨询次数即归入的记录数。".to_owned(),
        ),
        ("使用对象", "全体系统用户。本列表不载来电人、联系方式和科室。".to_owned()),
    ];
    Chapter::new("overview", "服务概述").with(Block::facts(facts)).with(clauses(input)).with(
        Block::remark(
            "“应整理”为典型问题与本期新增或修订的条目之和，“已整理”为其中已归入知识树的。",
        ),
    )
}

fn clauses(input: &FaqInput<'_, '_>) -> Table {
    let rows = input.context.ledger.rows.iter().filter(|row| {
        SHOWS.contains(&row.clause.evidence)
            && input.period.contains(row.period.from)
            && row.period.from <= input.context.as_of
    });
    let goal = |row: &&LedgerRow<'_>| {
        shared::link(report_id::HOTLINE, &row.period.id, &shared::clause_anchor(&row.clause.id))
    };
    Table::of("clauses", "合同条款履行情况", rows)
        .column("期间", Width::Name, |row| Cell::from(&row.period.title).to(goal(row)))
        .column("条款", Width::No, |row| &row.clause.id)
        .column("服务内容（合同原文）", Width::Text, |row| &row.clause.text)
        .column("应整理", Width::Word, |row| format!("{}件", row.required))
        .column("已整理", Width::Word, |row| format!("{}件", row.done))
        .column("履行情况", Width::Verdict, |row| shared::state_cell(row.state))
        .build()
}

fn tree(input: &FaqInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("knowledge-tree", "热线电话服务知识树").on_new_page();
    if input.tree.nodes.is_empty() {
        return chapter.with(Block::nothing("尚无知识条目。"));
    }
    let mut rows = Vec::new();
    for node in &input.tree.nodes {
        draw(node, 0, "", "", &mut rows);
    }
    let rest = input.tree.tickets - input.tree.linked;
    chapter
        .with(Block::text(format!(
            "括注次数为本期归入该节点的服务记录数，合计{}件；本期受理的其余{rest}件为个别事项，未归入知识节点。",
            input.tree.linked
        )))
        .with(Block::Tree { id: "tree".to_owned(), title: "知识节点与咨询次数".to_owned(), rows })
}

/// Adds a node and everything below it, with the lines that join them.
fn draw(node: &TreeNode<'_>, depth: usize, lines: &str, before: &str, rows: &mut Vec<TreeRow>) {
    rows.push(TreeRow {
        depth,
        lines: lines.to_owned(),
        text: node.name.to_owned(),
        count: node.count(),
        link: None,
    });
    let below = node.entries.len() + node.nodes.len();
    let joint =
        |at: usize| if at + 1 == below { ("└─", "　　") } else { ("├─", "│　") };
    for (at, found) in node.entries.iter().enumerate() {
        let entry = &found.entry.record;
        rows.push(TreeRow {
            depth: depth + 1,
            lines: format!("{before}{}", joint(at).0),
            text: entry.question.clone(),
            count: found.tickets.len(),
            link: Some(shared::own_link(&entry.id)),
        });
    }
    for (at, inner) in node.nodes.iter().enumerate() {
        let (line, space) = joint(node.entries.len() + at);
        draw(inner, depth + 1, &format!("{before}{line}"), &format!("{before}{space}"), rows);
    }
}

fn list(input: &FaqInput<'_, '_>) -> Chapter {
    let node = |entry: &Knowledge| {
        let top = entry.path().next().unwrap_or("未归类");
        let rest: Vec<_> = entry.path().skip(1).collect();
        Cell::from(top).note(rest.join("／"))
    };
    let table = Table::of("question-list", "常见问题目录", input.tree.all())
        .column("编号", Width::No, |found| number(&found.entry.record))
        .column("知识节点", Width::Name, |found| node(&found.entry.record))
        .choice()
        .column("问题", Width::Wide, |found| &found.entry.record.question)
        .column("适用角色", Width::Name, |found| roles(&found.entry.record))
        .column("类别", Width::Word, |found| found.entry.record.kind.word())
        .choice()
        .column("来源工单", Width::Word, |found| found.tickets.len())
        .column("更新日期", Width::Day, |found| {
            format::short_day(found.entry.record.updated_on.0)
        })
        .long();
    Chapter::new("questions", "常见问题目录")
        .on_new_page()
        .with(table.or(Block::nothing("尚无知识条目。")))
}

fn answers(input: &FaqInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("answers", "常见问题解答").on_new_page().with_search();
    if input.tree.nodes.is_empty() {
        return chapter.with(Block::nothing("尚无知识条目。"));
    }
    let blocks = input.tree.nodes.iter().enumerate().flat_map(|(at, node)| {
        let head = Block::section(&format!("node-{}", at + 1), node.name);
        std::iter::once(head).chain(node.all().into_iter().map(|found| answer(input, found)))
    });
    chapter.with_all(blocks.collect::<Vec<_>>())
}

fn answer(input: &FaqInput<'_, '_>, found: &TreeEntry<'_>) -> Block {
    let entry = &found.entry.record;
    let mut sources = Cell::from(format!("{}件", found.tickets.len()));
    for ticket in &found.tickets {
        let record = &ticket.record;
        sources = sources.link(&record.id, shared::ticket_goal(input.context, record));
    }
    let fact = |name: &str, value: String| (name.to_owned(), Cell::from(value));
    let facts = vec![
        fact("知识节点", category(entry)),
        fact("适用角色", roles(entry)),
        fact("更新日期", format::short_day(entry.updated_on.0)),
        ("来源工单".to_owned(), sources),
    ];
    let nodes = markdown::tree(&entry.answer, input.context.records);
    Block::sheet(
        &entry.id,
        &format!("{}　{}", entry.id, entry.question),
        vec![Block::Rich { nodes }, Block::Facts { facts }],
    )
}

fn typical(input: &FaqInput<'_, '_>) -> Chapter {
    let timed = input.context.service.in_order(input.period).into_iter();
    let tickets = timed.map(|timed| &timed.ticket.record);
    let typical = tickets.filter(|ticket| ticket.typical == YesNo::Yes);
    let entry = |ticket: &Ticket| {
        let entry = ticket.knowledge.as_deref().unwrap_or(NOTHING);
        Cell::from(entry).to(format!("#{entry}"))
    };
    let table = Table::of("typical-list", "本期典型问题", typical)
        .column("记录编号", Width::Id, |ticket| {
            Cell::from(&ticket.id).to(shared::ticket_goal(input.context, ticket))
        })
        .column("受理日期", Width::Day, |ticket| format::short_day(ticket.received_at.day()))
        .column("类别", Width::Word, |ticket| ticket.kind.word())
        .column("问题", Width::Text, |ticket| &ticket.subject)
        .column("知识条目", Width::Word, |ticket| entry(ticket));
    Chapter::new("typical", "本期典型问题")
        .with(table.or(Block::nothing("本期没有整理为典型问题的记录。")))
}

fn sources(input: &FaqInput<'_, '_>) -> Vec<FileId> {
    let context = input.context;
    let mut files = shared::common_sources(context, input.period);
    let entries = input.tree.all();
    files.extend(entries.iter().map(|found| found.entry.location.file));
    files.extend(
        context.service.of_period(input.period).iter().map(|timed| timed.ticket.location.file),
    );
    for found in entries {
        let nodes = markdown::tree(&found.entry.record.answer, context.records);
        let pictures = markdown::images(&nodes);
        let attached = context.records.attachments.iter();
        let shown = attached.filter(|file| pictures.contains(&file.path.as_str()));
        files.extend(shown.map(|attachment| attachment.file));
    }
    shared::sorted(files)
}
