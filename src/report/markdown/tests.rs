//! Trees of answers in a short notation: `p[…]` a paragraph, `*…*` marks, `→` a link.

use std::fmt::Write as _;

use super::*;
use crate::model::Attachment;
use crate::source::Files;

/// Records with the entry K12 and some attachments.
fn records() -> Records {
    let mut files = Files::new("");
    let paths = [
        "attachments/2026/a.png",
        "attachments/2026/B.JPG",
        "attachments/2026/x.txt",
        "attachments/13812345678.png",
    ];
    let attachments = paths.map(|path| Attachment {
        path: path.to_owned(),
        file: files.add(format!("data/{path}")),
        size: 1,
    });
    let entry = "{\"id\":\"K12\",\"node\":\"a\",\"question\":\"q\",\"kind\":\"咨询\",\"updated_on\":\"2026-05-01\"}";
    let location = crate::source::Location::file(files.add("data/knowledge/K12.md"));
    let entry = crate::model::Sourced { record: serde_json::from_str(entry).unwrap(), location };
    Records { attachments: attachments.to_vec(), knowledge: vec![entry], ..Records::default() }
}

fn words(spans: &[Span]) -> String {
    let short = spans.iter().map(|span| match span {
        Span::Text { text } => text.clone(),
        Span::Strong { spans } => format!("**{}**", words(spans)),
        Span::Emphasis { spans } => format!("*{}*", words(spans)),
        Span::Struck { spans } => format!("~{}~", words(spans)),
        Span::Code { text } => format!("`{text}`"),
        Span::Link { target, spans } => format!("[{}→{target}]", words(spans)),
        Span::Break => "⏎".to_owned(),
    });
    short.collect()
}

fn short(nodes: &[Node]) -> String {
    let mut out = String::new();
    let cells = |row: &[Cell]| row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("|");
    for node in nodes {
        match node {
            Node::Paragraph { spans } => write!(out, "p[{}]", words(spans)),
            Node::List { ordered, start, items } => {
                let items: Vec<_> = items.iter().map(|item| short(item)).collect();
                let mark = if *ordered { format!("ol{start}") } else { "ul".to_owned() };
                write!(out, "{mark}({})", items.join(";"))
            }
            Node::Table { align, head, rows } => {
                let rows: Vec<_> = rows.iter().map(|row| cells(row)).collect();
                write!(out, "table{align:?}({}/{})", cells(head), rows.join("/"))
            }
            Node::Code { language, text } => write!(out, "code:{language}[{text}]"),
            Node::Quote { nodes } => write!(out, "quote({})", short(nodes)),
            Node::Heading { level, spans } => write!(out, "h{level}[{}]", words(spans)),
            Node::Image { path, alt } => write!(out, "image[{path}|{alt}]"),
            Node::Rule => write!(out, "rule"),
        }
        .unwrap();
    }
    out
}

#[track_caller]
fn reads(text: &str, expected: &str) {
    assert_eq!(short(&tree(text, &records())), expected, "{text}");
}

#[test]
fn every_kind_of_block_is_read() {
    reads("一\n\n二", "p[一]p[二]");
    reads(
        "1. 一\n2. 二\n   - 甲\n   - 乙\n\n     ```sql x\n     a  b\n     ```",
        "ol1(p[一];p[二]ul(p[甲];p[乙]code:sql[a  b]))",
    );
    reads("3) 三\n4) 四", "ol3(p[三];p[四])");
    reads("> 一\n>\n> - 二", "quote(p[一]ul(p[二]))");
    reads("一\n\n---\n\n    缩进", "p[一]rulecode:[缩进]");
    reads(
        "| 甲 | 乙 | 丙 |\n|---|:-:|--:|\n| **1** | a\\|b |\n| 2 | 3 | 4 | 5 |",
        "table[Left, Center, Right](甲|乙|丙/**1**|a|b|/2|3|4)",
    );
}

#[test]
fn marks_are_read_and_typing_stays_as_it_is() {
    reads("**重**、*轻*、~~旧~~、`码`", "p[**重**、*轻*、~旧~、`码`]");
    reads("一  \n二\\\n三", "p[一⏎二⏎三]");
    reads("\"a\" -- b... 'c'", "p[\"a\" -- b... 'c']");
    reads("a_b_c 2*3*4 \\*不是\\*", "p[a_b_c 2*3*4 *不是*]");
}

#[test]
fn lines_of_the_file_are_joined_as_their_script_asks() {
    reads("查看\n分区", "p[查看分区]");
    reads("查看\n`df -h`\n的结果", "p[查看`df -h`的结果]");
    reads("open\nthe page", "p[open the page]");
    reads("see\n**this** and\n[that](https://a.cn)", "p[see **this** and [that→https://a.cn]]");
    reads("按“补开”\n“取消”", "p[按“补开”“取消”]");
}

#[test]
fn headings_count_from_one_and_leave_no_level_out() {
    reads("## 甲\n#### 乙\n### 丙\n# 丁", "h1[甲]h2[乙]h2[丙]h1[丁]");
    reads("> # 引\n\n- # 项", "quote(p[**引**])ul(p[**项**])");
    reads("#\n\n一", "p[一]");
}

#[test]
fn html_and_template_source_are_text() {
    reads("<script>alert(1)</script>", "p[<script>alert(1)</script>]");
    reads("<div>\n<b>一</b>\n</div>\n\n二", "p[<div> <b>一</b> </div>]p[二]");
    reads("按<b onclick=x>补开</b>", "p[按<b onclick=x>补开</b>]");
    reads("{{ cover }} #import \"x\" $x$ @label", "p[{{ cover }} #import \"x\" $x$ @label]");
}

#[test]
fn links_lead_to_the_network_a_mailbox_or_another_answer() {
    reads("[甲](https://a.cn/x?y=1&z)", "p[[甲→https://a.cn/x?y=1&z]]");
    reads("<https://a.cn> <a@b.cn>", "p[[https://a.cn→https://a.cn] [a@b.cn→mailto:a@b.cn]]");
    reads("[甲](#K12)[乙](#K99)", "p[[甲→#K12]乙]");
    reads("[路](https://a.cn/票据 \"题\")", "p[[路→https://a.cn/%E7%A5%A8%E6%8D%AE]]");
    for target in [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "file:///etc",
        "../K01.md",
        "",
        "vbscript:x",
        "javascript&colon;x",
    ] {
        reads(&format!("[**甲**]({target})"), "p[**甲**]");
    }
}

#[test]
fn pictures_are_attachments_or_words() {
    reads("![登录](attachments/2026/a.png)", "image[attachments/2026/a.png|登录]");
    reads(
        "![](attachments/2026/B.JPG)\n![二](attachments/2026/a.png)",
        "image[attachments/2026/B.JPG|B.JPG]image[attachments/2026/a.png|二]",
    );
    reads("见![登录](attachments/2026/a.png)。", "p[见登录。]");
    reads(
        "![登 **录** `x`\n页](attachments/2026/a.png)",
        "image[attachments/2026/a.png|登 录 x 页]",
    );
    reads("![图](https://a.cn/x.png)", "p[图（https://a.cn/x.png）]");
    reads("![图](attachments/2026/gone.png)", "p[图（attachments/2026/gone.png）]");
    reads("![图](attachments/2026/x.txt)", "p[图（attachments/2026/x.txt）]");
    reads("![](attachments/13812345678.png)", "p[attachments/13812345678.png]");
    reads("![图](../../etc/passwd)", "p[图（../../etc/passwd）]");
    reads("![甲![乙](b.png)](attachments/2026/a.png)", "image[attachments/2026/a.png|甲乙]");
    let data = format!("![图](data:image/png;base64,{})", "A".repeat(9999));
    assert!(short(&tree(&data, &records())).len() < 200);
}

#[test]
fn every_drawn_picture_is_named() {
    let text = "![一](attachments/2026/a.png)\n\n> 1. ![二](attachments/2026/B.JPG)\n\n行中![三](attachments/2026/a.png)\n\n![](https://a.cn/x.png)";
    assert_eq!(
        images(&tree(text, &records())),
        ["attachments/2026/a.png", "attachments/2026/B.JPG"]
    );
}

fn depth(nodes: &[Node]) -> usize {
    let below = nodes.iter().map(|node| match node {
        Node::Quote { nodes } => 1 + depth(nodes),
        Node::List { items, .. } => 1 + items.iter().map(|item| depth(item)).max().unwrap_or(0),
        _ => 0,
    });
    below.max().unwrap_or(0)
}

#[test]
fn no_depth_overflows_and_no_word_is_lost() {
    for text in [
        format!("{} 深", ">".repeat(10_000)),
        format!("{}深", "- ".repeat(10_000)),
        format!("{}深", "1. ".repeat(10_000)),
        format!("{}深", "> - ".repeat(5_000)),
    ] {
        let nodes = tree(&text, &records());
        assert!(depth(&nodes) <= MOST_LEVELS, "{}", depth(&nodes));
        assert!(short(&nodes).contains("p[深]"));
    }
    for (open, close) in
        [("*a **b ", "** c*"), ("[", "](https://a.cn)"), ("![", "](x.png)"), ("~~a *b ", "* c~~")]
    {
        let text = format!("{}深{}", open.repeat(3_000), close.repeat(3_000));
        assert!(short(&tree(&text, &records())).contains('深'));
    }
    let steps: String = (0..12).map(|level| format!("{}- {level}\n", "  ".repeat(level))).collect();
    let or_dash = short(&tree(&steps, &records()));
    assert!((0..12).all(|level| or_dash.contains(&format!("p[{level}]"))), "{or_dash}");
}

#[test]
fn templates_see_kinds_by_name() {
    let json = serde_json::to_value(tree("1. [a](https://a.cn)\n2. **b**", &records())).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{ "kind": "list", "ordered": true, "start": 1, "items": [
            [{ "kind": "paragraph", "spans": [
                { "kind": "link", "target": "https://a.cn", "spans": [{ "kind": "text", "text": "a" }] },
            ] }],
            [{ "kind": "paragraph", "spans": [{ "kind": "strong", "spans": [{ "kind": "text", "text": "b" }] }] }],
        ] }])
    );
}
