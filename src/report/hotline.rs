//! 用户反馈问题电话记录: the questions of users in a period, by every channel, and how they were settled.
//!
//! In: the tickets of a period with their clocks, visits, cases of the development team, rosters. Out: a [`Document`].
//! Callers are shown only by department and family name, numbers only by their last digits.

mod input;
pub(super) mod limits;
mod records;
mod support;
mod volumes;

use super::document::{Block, Chapter, Document, Tile};
use super::facts::Facts;
use super::format::{self, NOTHING};
use super::kind::{Body, ReportContext};
use super::{method, shared};
use crate::model::{Channel, Evidence, TicketKind, VisitPurpose};
use crate::schedule::{Period, address, undecided};
use crate::source::FileId;
use input::{HotlineInput, last_day};

/// The kinds of record whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[
    Evidence::Ticket,
    Evidence::Visit,
    Evidence::Escalation,
    Evidence::Channel,
    Evidence::Roster,
    Evidence::Knowledge,
];

/// Builds the report of a period.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    let input = HotlineInput::new(context, period);
    let mut charts = Vec::new();
    let chapters = vec![
        overview(&input),
        volumes::chapter(&input, &mut charts),
        limits::chapter(&input),
        records::typical(&input),
        support::visits(&input),
        support::cases(&input),
        support::duty(&input),
        records::list(&input),
    ];
    let sources = sources(&input);
    let mut document = Document::new(front(&input), chapters, "热线主管");
    document.notes = method::hotline_notes(context, period);
    document.into_body(context, charts, sources, facts(&input))
}

fn facts(input: &HotlineInput<'_, '_>) -> Facts {
    Facts {
        served: Some(format!(
            "{}—{}",
            format::long_day(input.period.from),
            format::long_day(last_day(input))
        )),
        prepared_by: shared::busiest_agent(input.context, &input.tickets),
        undecided: undecided(&input.tickets),
        ..Facts::default()
    }
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(input: &HotlineInput<'_, '_>) -> Vec<Block> {
    let volume = &input.volume;
    let open = volume.total - volume.closed;
    let (word, class) = verdict(input);
    let tiles = vec![
        Tile::new("受理", "plain", volume.total, "件"),
        Tile::new("故障", "plain", volume.kind(TicketKind::Fault), "件"),
        Tile::new("即时答复", "plain", volume.instant, "件"),
        Tile::new(
            "时限超时",
            if input.limits.missed() > 0 { "abnormal" } else { "normal" },
            input.limits.missed(),
            "项次",
        ),
        Tile::new("未关闭", if open > 0 { "attention" } else { "normal" }, open, "件"),
    ];
    let mut blocks = vec![
        Block::Banner {
            title: "本期时限执行".to_owned(),
            word: word.to_owned(),
            class,
            text: headline(input),
        },
        Block::Tiles { label: "受理与时限".to_owned(), tiles },
    ];
    blocks.extend(limits::summary(input));
    blocks
}

fn verdict(input: &HotlineInput<'_, '_>) -> (&'static str, &'static str) {
    let limits = &input.limits;
    match limits.decided() {
        _ if limits.missed() > 0 => ("存在超时", "abnormal"),
        0 if input.volume.total == 0 => ("本期未发生", "not-applicable"),
        0 => ("尚无已判定的时限", "skipped"),
        _ if limits.running + limits.provisional > 0 => ("已判定的全部达标", "normal"),
        _ => ("全部达标", "normal"),
    }
}

fn headline(input: &HotlineInput<'_, '_>) -> String {
    let volume = &input.volume;
    if volume.total == 0 {
        return "本期各渠道均未收到用户来电、邮件和传真。".to_owned();
    }
    let channels = volume.channels.iter().filter(|(_, count)| *count > 0);
    let channels: Vec<_> = channels.map(|(channel, count)| format!("{channel}{count}件")).collect();
    format!(
        "本期受理{}件，其中{}；已关闭{}件。各条款时限合计{}。",
        volume.total,
        channels.join("、"),
        volume.closed,
        format::attained(&input.limits),
    )
}

// ---- 服务概述 ------------------------------------------------------------------------------------------------------

fn overview(input: &HotlineInput<'_, '_>) -> Chapter {
    let context = input.context;
    let facts = [
        ("依据", shared::basis(context, SHOWS)),
        (
            "统计范围",
            format!(
                "{}至{}受理的电话、电子邮件和传真，每次通知记一件。",
                format::long_day(input.period.from),
                format::long_day(last_day(input))
            ),
        ),
        ("服务渠道", channels(context)),
        ("受理人员", agents(input)),
    ];
    Chapter::new("overview", "服务概述").with(Block::facts(facts)).with(shared::clause_table(
        context,
        input.period,
        SHOWS,
    ))
}

fn channels(context: &ReportContext<'_>) -> String {
    let vendor = &context.contract.record.vendor;
    let open = Channel::ALL.iter().filter_map(|channel| {
        let words = match channel {
            Channel::Phone => "服务热线",
            Channel::Email => "电子邮箱",
            Channel::Fax => "传真",
        };
        Some(format!("{words}{}", address(vendor, *channel)?))
    });
    let open: Vec<_> = open.collect();
    if open.is_empty() { NOTHING.to_owned() } else { open.join("；") }
}

fn agents(input: &HotlineInput<'_, '_>) -> String {
    let agents = crate::schedule::frequent(
        input.tickets.iter().map(|timed| timed.ticket.record.agent.as_str()),
    );
    let agents = agents
        .into_iter()
        .map(|(id, count)| format!("{}（{count}件）", shared::name(input.context, id)));
    let agents: Vec<_> = agents.collect();
    if agents.is_empty() { NOTHING.to_owned() } else { agents.join("、") }
}

// ---- sources ------------------------------------------------------------------------------------------------------

fn sources(input: &HotlineInput<'_, '_>) -> Vec<FileId> {
    let (records, period) = (input.context.records, input.period);
    let mut files = shared::common_sources(input.context, input.period);
    files.extend(input.tickets.iter().map(|timed| timed.ticket.location.file));
    let visits = records.visits.iter().filter(|visit| visit.record.purpose == VisitPurpose::OnSite);
    files.extend(visits.filter(|visit| input.concerns(visit)).map(|visit| visit.location.file));
    files.extend(input.cases().into_iter().map(|case| case.location.file));
    files.extend(shared::rosters(input.context, period).map(|duty| duty.location.file));
    files.extend(shared::knowledge(input.context, period));
    shared::sorted(files)
}
