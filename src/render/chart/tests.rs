//! Every chart must be well-formed, escaped, complete and legible in grey.

use super::style::{LABEL, Rgb, SMALL, WIDTH};
use super::*;
use crate::render::Templates;
use crate::report::{
    Bar, Caption, ColumnSeries, CountRow, Level, Tone, bars_chart, columns_chart, heat_chart,
    stacked_chart,
};

const HOSTILE: &str = "<u>&\"甲\"]]>\u{202e}";

fn caption(name: &'static str, title: &'static str, unit: &'static str) -> Caption<'static> {
    Caption { name, title, unit, object: "项目", summed: true }
}

fn row(label: &str, counts: &[usize]) -> CountRow {
    CountRow { label: label.to_owned(), counts: counts.to_vec() }
}

fn scale() -> Vec<Level> {
    let tones = [
        ("非常满意", Tone::Positive),
        ("满意", Tone::Positive),
        ("一般", Tone::Neutral),
        ("不满意", Tone::Negative),
        ("非常不满意", Tone::Negative),
        ("不了解", Tone::Unknown),
    ];
    tones.map(|(name, tone)| Level { name: name.to_owned(), tone }).to_vec()
}

fn months(series: &[(&str, &[f64])]) -> Chart {
    let labels = (1..=12).map(|month| format!("{month}月")).collect();
    let series = series.iter().map(|(name, values)| ColumnSeries {
        name: (*name).to_owned(),
        values: values.iter().copied().map(Some).collect(),
    });
    columns_chart(caption("months", "各月受理量", "件"), labels, series.collect()).expect("values")
}

fn bars(values: &[(&str, f64)]) -> Chart {
    let bars =
        values.iter().map(|(label, value)| Bar { label: (*label).to_owned(), value: *value });
    bars_chart(caption("kinds", "问题类型", "件"), bars.collect()).expect("values")
}

fn survey() -> Chart {
    let rows = vec![
        row("Q1　您对系统运行的稳定性是否满意？", &[12, 6, 1, 1, 0, 0]),
        row("Q2　您对热线电话的接通和答复速度是否满意？", &[10, 5, 2, 2, 1, 0]),
        row(
            "Q9　总的来说，您对电子票据系统的维护服务以及现场支持、培训是否满意？",
            &[9, 3, 0, 0, 0, 8],
        ),
        row("Q10", &[0, 0, 0, 0, 0, 0]),
        row(HOSTILE, &[190, 5, 2, 1, 1, 1]),
    ];
    stacked_chart(caption("survey", "各题回答分布", "人"), scale(), rows).expect("values")
}

fn week() -> Chart {
    let days = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    let rows = days.iter().enumerate().map(|(day, name)| {
        let count = |hour: usize| {
            if (8..19).contains(&hour) && day < 5 { (hour * 7 + day * 5) % 23 } else { 0 }
        };
        row(name, &(0..24).map(count).collect::<Vec<_>>())
    });
    let hours = (0..24).map(|hour| hour.to_string()).collect();
    let caption = Caption { object: "星期", ..caption("week", "来电时段", "件") };
    heat_chart(caption, "时", hours, rows.collect()).expect("values")
}

fn samples() -> Vec<Chart> {
    let now = [18.0, 22.0, 31.0, 128.0, 16.0, 0.0, 24.0, 32.0, 27.0, 19.0, 11.0, 9.0];
    let then = [28.0, 21.0, 35.0, 30.0, 26.0, 2.0, 21.0, 39.0, 22.0, 109.0, 101.0, 99.0];
    let long = "电子票据开具与打印异常（含换开纸质票据、重复开具、冲红失败及其他无法归类的情形）";
    vec![
        months(&[("2026年", &now)]),
        months(&[("2026年", &now), ("2025年", &then)]),
        months(&[("电话", &now), ("邮件", &then), ("传真", &now)]),
        bars(&[(long, 42.0), ("操作咨询", 38.5), (HOSTILE, 7.0), ("其他", 0.0)]),
        survey(),
        week(),
    ]
}

fn drawn(chart: &Chart) -> String {
    draw(chart, &Fonts::new(&Templates::embedded()))
}

/// Every text of an SVG; fails if elements are not closed in order.
fn texts(svg: &str) -> Vec<String> {
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    for piece in svg.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match (tag.starts_with('/'), tag.ends_with('/')) {
            (true, _) => assert_eq!(open.pop(), Some(name.to_owned())),
            (_, true) => {}
            _ => open.push(name.to_owned()),
        }
        assert!(tag.matches('"').count() % 2 == 0 && !text.contains('>'), "{piece}");
        if tag.starts_with("text") {
            texts.push(
                text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"),
            );
        }
    }
    assert!(open.is_empty(), "{open:?}");
    texts
}

/// The values of a numeric attribute over all elements with a name.
fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<f32> {
    let tags = svg.split('<').filter(|piece| piece.starts_with(&format!("{element} ")));
    let value =
        |tag: &str| tag.split_once(&format!(" {attribute}=\""))?.1.split_once('"')?.0.parse().ok();
    tags.filter_map(value).collect()
}

#[test]
fn drawings_are_well_formed_and_the_same_each_time() {
    for chart in samples() {
        let svg = drawn(&chart);
        assert!(!texts(&svg).is_empty());
        assert!(!svg.contains("style=") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert_eq!(svg, drawn(&chart));
    }
}

#[test]
fn names_are_text() {
    for svg in [drawn(&survey()), drawn(&bars(&[(HOSTILE, 1.0)]))] {
        assert!(!svg.contains("<u>") && !svg.contains('\u{202e}'));
        assert!(texts(&svg).contains(&"<u>&\"甲\"]]>".to_owned()), "{svg}");
    }
}

#[test]
fn every_value_is_printed() {
    for chart in samples().iter().filter(|chart| chart.name == "months" || chart.name == "kinds") {
        let texts = texts(&drawn(chart));
        for row in &chart.table.rows[..chart.table.rows.len() - 1] {
            for cell in &row[1..] {
                let shown = texts.iter().filter(|text| text.trim_end_matches('件') == cell).count();
                assert!(shown > 0, "{cell} in {texts:?}");
            }
        }
    }
    let chart = week();
    let Drawing::Heat(heat) = &chart.drawing else { panic!("a grid") };
    let counts = heat.rows.iter().flat_map(|row| &row.counts).filter(|count| **count > 0).count();
    let texts = texts(&drawn(&chart));
    assert_eq!(texts.len(), counts + 24 + 7 + 1);
}

#[test]
fn segments_fill_their_bar() {
    let chart =
        stacked_chart(caption("one", "题", "人"), scale(), vec![row("Q1", &[7, 5, 3, 0, 0, 1])]);
    let svg = drawn(&chart.expect("values"));
    let heights = numbers(&svg, "rect", "height");
    let widths = numbers(&svg, "rect", "width");
    let sum: f32 = widths
        .iter()
        .zip(&heights)
        .filter(|(_, height)| **height == 22.0)
        .map(|(width, _)| width)
        .sum();
    let ends = numbers(&svg, "line", "x1");
    let (left, right) =
        ends.iter().fold((WIDTH, 0.0_f32), |(low, high), x| (low.min(*x), high.max(*x)));
    assert!((sum - (right - left)).abs() < 0.1, "{sum} of {}", right - left);
    assert!(["7", "5", "3", "1"].iter().all(|count| texts(&svg).contains(&(*count).to_owned())));
}

#[test]
fn nothing_stands_outside_or_is_too_small() {
    for chart in samples() {
        let svg = drawn(&chart);
        let height = numbers(&svg, "svg", "height")[0];
        assert!(numbers(&svg, "text", "font-size").iter().all(|size| *size >= SMALL));
        assert!(
            numbers(&svg, "text", "y").iter().all(|y| *y > 5.0 && *y < height),
            "{}",
            chart.name
        );
        assert!(
            numbers(&svg, "text", "x").iter().all(|x| *x >= 0.0 && *x < WIDTH),
            "{}",
            chart.name
        );
        let right = numbers(&svg, "rect", "x").into_iter().zip(numbers(&svg, "rect", "width"));
        assert!(right.map(|(x, width)| x + width).all(|end| end <= WIDTH + 0.01), "{}", chart.name);
    }
}

#[test]
fn a_column_that_has_no_value_yet_is_left_out() {
    let series = ColumnSeries { name: String::new(), values: vec![Some(3.0), None, Some(0.0)] };
    let labels = ["1月", "2月", "3月"].map(str::to_owned).to_vec();
    let chart =
        columns_chart(caption("months", "受理量", "件"), labels, vec![series]).expect("values");
    assert_eq!(chart.table.rows[1], ["2月", "—"]);
    assert_eq!(chart.alt, "受理量柱形图：合计3件，1月3件、3月0件。");
    let svg = drawn(&chart);
    assert_eq!(numbers(&svg, "text", "y").len(), 4 + 3 + 2, "ticks, labels, values: {svg}");
}

#[test]
fn charts_without_anything_to_see_are_none() {
    let empty = |values| ColumnSeries { name: String::new(), values };
    let series = vec![empty(vec![Some(0.0), None])];
    assert!(columns_chart(caption("", "", ""), vec![String::new()], series).is_none());
    assert!(
        bars_chart(caption("", "", ""), vec![Bar { label: String::new(), value: 0.0 }]).is_none()
    );
    assert!(stacked_chart(caption("", "", ""), scale(), vec![row("Q1", &[0; 6])]).is_none());
    assert!(
        heat_chart(caption("", "", ""), "时", vec!["0".to_owned()], vec![row("周一", &[0])])
            .is_none()
    );
}

#[test]
fn alternative_texts_name_what_stands_out() {
    let alt = bars(&[("甲", 3.0), ("乙", 9.0), ("丙", 0.0)]).alt;
    assert_eq!(alt, "问题类型条形图，共3项：合计12件，居前的是乙9件、甲3件。");
    let alt = survey().alt;
    assert!(alt.contains("非常满意221、满意19"), "{alt}");
    assert!(
        alt.contains("不满意、非常不满意最多的是“Q2　您对热线电话的接通和答复速度是否满意？”，3人"),
        "{alt}"
    );
    let alt = week().alt;
    assert!(alt.starts_with("来电时段热力图：合计") && alt.contains("按星期最多为"), "{alt}");
}

#[test]
fn long_names_are_cut_or_broken_after_a_mark() {
    let fonts = Fonts::new(&Templates::embedded());
    let measure = Measure::new(fonts.for_charts());
    assert_eq!(measure.lines_of("2026年10月", LABEL, 45.0, 2), ["2026年", "10月"]);
    assert_eq!(measure.lines_of("短", LABEL, 45.0, 2), ["短"]);
    let lines = measure.lines_of("电子票据开具与打印异常", LABEL, 45.0, 2);
    assert_eq!(lines, ["电子票据", "开具与…"]);
    assert!(lines.iter().all(|line| measure.width(line, LABEL) <= 45.0));
}

/// The contrast ratio of two colours as defined by WCAG.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let channel = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let light = |(r, g, b)| 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b) + 0.05;
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[test]
fn counts_can_be_read_on_every_ground() {
    for fill in heat::STEPS.iter().chain(&stacked::fills(&scale())) {
        assert!(contrast(fill.ink(), fill.ground) >= 4.5, "{:?}", fill.ground);
    }
}

#[test]
fn labels_without_room_stand_upright() {
    let labels =
        (0..24).map(|month| format!("{}年{}月", 2025 + month / 12, month % 12 + 1)).collect();
    let series = ColumnSeries { name: String::new(), values: vec![Some(7.0); 24] };
    let caption = Caption { summed: false, ..caption("term", "平均时长", "分") };
    let svg = drawn(&columns_chart(caption, labels, vec![series]).expect("values"));
    assert!(texts(&svg).contains(&"2026年12月".to_owned()));
    assert_eq!(svg.matches("rotate(-90").count(), 24);
}
