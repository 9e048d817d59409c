//! 用户反馈问题电话记录: what users asked in a period, by every channel, and what became of it.
//!
//! In: the tickets of a period with their clocks, visits, cases of the development team, rosters. Out: a [`Document`]. Callers
//! are told by department and family name alone, numbers by their last digits.

pub(super) mod limits;
mod records;
mod support;
mod volumes;

use super::cover::Facts;
use super::document::{Block, Chapter, Document, Tile};
use super::format::{self, NOTHING};
use super::{Body, Material, clocks, method, shared};
use crate::model::{Channel, Evidence, TicketKind, VisitPurpose};
use crate::schedule::{Attainment, Period, Timed, Volume, address, undecided};
use crate::source::FileId;

/// The records whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[
    Evidence::Ticket,
    Evidence::Visit,
    Evidence::Escalation,
    Evidence::Channel,
    Evidence::Roster,
    Evidence::Knowledge,
];

/// Everything that chapters are written from.
struct Told<'a, 'm> {
    material: &'m Material<'a>,
    period: &'m Period,
    tickets: Vec<&'m Timed<'a>>,
    volume: Volume<'a>,
    /// All clocks of clauses together.
    limits: Attainment,
}

impl<'a, 'm> Told<'a, 'm> {
    fn new(material: &'m Material<'a>, period: &'m Period) -> Self {
        let tickets = material.service.in_order(period);
        Self {
            material,
            period,
            limits: clocks::together(&clocks::limited(material, &tickets)),
            volume: Volume::of(material.service, period),
            tickets,
        }
    }
}

/// Makes the report of a period.
pub(super) fn build(material: &Material<'_>, period: &Period) -> Body {
    let told = Told::new(material, period);
    let mut charts = Vec::new();
    let chapters = vec![
        overview(&told),
        volumes::chapter(&told, &mut charts),
        limits::chapter(&told),
        records::typical(&told),
        support::visits(&told),
        support::cases(&told),
        support::duty(&told),
        records::list(&told),
    ];
    let sources = sources(&told);
    let mut document = Document::new(front(&told), chapters, "热线主管");
    document.notes = method::hotline_notes(material, period);
    document.into_body(material, charts, sources, facts(&told))
}

fn facts(told: &Told<'_, '_>) -> Facts {
    Facts {
        served: Some(format!(
            "{}—{}",
            format::long_day(told.period.from),
            format::long_day(last_day(told))
        )),
        prepared_by: shared::busiest_agent(told.material, &told.tickets),
        undecided: undecided(&told.tickets),
        ..Facts::default()
    }
}

fn last_day(told: &Told<'_, '_>) -> chrono::NaiveDate {
    told.period.to.min(told.material.as_of)
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(told: &Told<'_, '_>) -> Vec<Block> {
    let volume = &told.volume;
    let open = volume.total - volume.closed;
    let (word, class) = verdict(told);
    let tiles = vec![
        Tile::new("受理", "plain", volume.total, "件"),
        Tile::new("故障", "plain", volume.kind(TicketKind::Fault), "件"),
        Tile::new("即时答复", "plain", volume.instant, "件"),
        Tile::new(
            "时限超时",
            if told.limits.missed() > 0 { "abnormal" } else { "normal" },
            told.limits.missed(),
            "项次",
        ),
        Tile::new("未关闭", if open > 0 { "attention" } else { "normal" }, open, "件"),
    ];
    let mut blocks = vec![
        Block::Banner {
            title: "本期时限执行".to_owned(),
            word: word.to_owned(),
            class,
            text: headline(told),
        },
        Block::Tiles { label: "受理与时限".to_owned(), tiles },
    ];
    blocks.extend(limits::summary(told));
    blocks
}

fn verdict(told: &Told<'_, '_>) -> (&'static str, &'static str) {
    let limits = &told.limits;
    match limits.decided() {
        _ if limits.missed() > 0 => ("存在超时", "abnormal"),
        0 if told.volume.total == 0 => ("本期未发生", "not-applicable"),
        0 => ("尚无已判定的时限", "skipped"),
        _ if limits.running + limits.provisional > 0 => ("已判定的全部达标", "normal"),
        _ => ("全部达标", "normal"),
    }
}

fn headline(told: &Told<'_, '_>) -> String {
    let volume = &told.volume;
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
        format::attained(&told.limits),
    )
}

// ---- 服务概述 ------------------------------------------------------------------------------------------------------

fn overview(told: &Told<'_, '_>) -> Chapter {
    let material = told.material;
    let facts = [
        ("依据", shared::basis(material, SHOWS)),
        (
            "统计范围",
            format!(
                "{}至{}受理的电话、电子邮件和传真，每次通知记一件。",
                format::long_day(told.period.from),
                format::long_day(last_day(told))
            ),
        ),
        ("服务渠道", channels(material)),
        ("受理人员", agents(told)),
    ];
    Chapter::new("overview", "服务概述").with(Block::facts(facts)).with(shared::clause_table(
        material,
        told.period,
        SHOWS,
    ))
}

fn channels(material: &Material<'_>) -> String {
    let vendor = &material.contract.record.vendor;
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

fn agents(told: &Told<'_, '_>) -> String {
    let agents = crate::schedule::frequent(
        told.tickets.iter().map(|timed| timed.ticket.record.agent.as_str()),
    );
    let agents = agents
        .into_iter()
        .map(|(id, count)| format!("{}（{count}件）", shared::name(told.material, id)));
    let agents: Vec<_> = agents.collect();
    if agents.is_empty() { NOTHING.to_owned() } else { agents.join("、") }
}

// ---- sources ------------------------------------------------------------------------------------------------------

fn sources(told: &Told<'_, '_>) -> Vec<FileId> {
    let (book, period) = (told.material.book, told.period);
    let mut files = shared::common_sources(told.material, told.period);
    files.extend(told.tickets.iter().map(|timed| timed.ticket.place.file));
    let visits = book.visits.iter().filter(|visit| visit.record.purpose == VisitPurpose::OnSite);
    files.extend(visits.filter(|visit| told.concerns(visit)).map(|visit| visit.place.file));
    files.extend(told.cases().into_iter().map(|case| case.place.file));
    files.extend(shared::rosters(told.material, period).map(|duty| duty.place.file));
    files.extend(shared::knowledge(told.material, period));
    shared::sorted(files)
}
