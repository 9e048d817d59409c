//! Answers in Markdown as both formats draw them: tests of `html/markdown.html` and `pdf/markdown.typ`.
//!
//! A report of one answer, whose templates exist here only, goes through the same machinery as any other.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;

use super::{Fonts, Input, Templates, clean, html, pdf};
use crate::model::{Attachment, Book, Filed};
use crate::report::markdown_tree;
use crate::source::{Files, Place};

const PAGE: &str = "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
    content=\"width=device-width\"><title>答</title><style>{{ style | safe }}</style></head><body><main class=\"wide\">\
    <h1>常见问题</h1><h2 id=\"K12\">问题</h2>\n{{ <ui.markdown nodes={body.nodes} images={evidence} level={2}/> }}\n</main></body></html>";

const SHEET: &str = "#import \"common.typ\": *\n#import \"markdown.typ\": rich\n#let view = json(\"/view.json\")\n\
    #report(view, front: heading(level: 1, numbering: none)[摘要])[\n= 常见问题\n== 问题 #label(\"K12\")\n#rich(view.body.nodes, level: 2)\n]\n";

const PICTURE: &str = "attachments/2026Q3/login.png";

/// Everything that Markdown has, and everything that could break out of it.
const NASTY: &str = r#"窗口提示“开票失败”时，**先不要重复点击**，照下面*逐步*处理，~~重启客户端~~不解决问题。
同一笔业务只会有一张票据，详见[缴费成功但没有票据](#K12)、[财政部门说明](https://example.cn/a/very/long/path/to/a/document?with=query&and=more)或<hotline@example.cn>。

## 处理步骤

1. 在“开票异常”列表按业务流水号查询失败原因：
   - 接口超时：等5分钟再试；
   - 号段用完：
     1. 由票据管理员申领；
     2. 申领后执行：

        ```sql
        select bill_no, status from ebill_data.bill_issue_log_with_a_very_long_name where created_at >= sysdate - 1;
        -- 只读查询，不要修改
        ```
   - 其他：把截图发给热线。
2. 处理后点`补开`，命令为`systemctl restart ebill-gateway`，补开不会产生第二张票。

   > 财务科要求：补开后当日核对。
   >
   > 超过一日的，另附说明。
3. 仍然失败的，转后端支持。

### 失败原因对照

| 提示 | 含义 | 处理人 | 时限 |
|:-----|------|:------:|-----:|
| E1001 | 号段用完 | 票据管理员 | 30分钟 |
| `ERR_CONNECTION_TIMED_OUT_WHILE_CONNECTING` | 与财政平台的连接超时，多为网络或证书问题 | **信息科** | 2小时 |
| <b>E9</b> | 其他 |  | |

| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 |
|---|---|---|---|---|---|---|---|---|---|
| abcdefghijkl | 2026-11-23 | 123456789 | 甲乙丙丁 | x | x | x | x | x | 很长很长很长很长的一段说明文字 |

![登录页](attachments/2026Q3/login.png)

![外网图](https://example.cn/x.png)

---

<script>alert(1)</script>

{{ cover }} {% raw %} #import "x" $x$ @label `#{1}` ]} *半 \# 😀 aVeryLongWordWithoutAnyEndThatMustBreakSomewhereOrItRunsOffThePageOnTheRight

```
{{ cover }} #import "x" 😀
```
"#;

fn picture() -> Vec<u8> {
    fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/attachments/2026Q3/login.png")).unwrap()
}

/// Draws an answer in both formats.
fn draw(text: &str) -> (String, Vec<u8>) {
    let root = tempfile::tempdir().unwrap();
    for (path, template) in [("html/answer.html", PAGE), ("pdf/answer.typ", SHEET)] {
        let path = root.path().join("templates").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, template).unwrap();
    }
    let templates = Templates::for_project(root.path()).unwrap();
    let fonts = Fonts::new(&templates);
    let file = Files::new("").add(&format!("data/{PICTURE}"));
    let attachments = vec![Attachment { path: PICTURE.to_owned(), file, size: 1 }];
    let entry =
        json!({ "id": "K12", "node": "票", "question": "问", "kind": "咨询", "updated_on": "2026-05-01" });
    let entry = Filed { record: serde_json::from_value(entry).unwrap(), place: Place::file(file) };
    let book = Book { attachments, knowledge: vec![entry], ..Book::default() };
    let words =
        ["project", "title", "subtitle", "hospital", "vendor", "contract_number", "system", "span", "served"];
    let more = ["number", "version", "prepared_by", "reviewed_by", "approved_by", "dated", "confidentiality"];
    let cover: serde_json::Map<_, _> =
        words.iter().chain(&more).map(|key| ((*key).to_owned(), json!("甲"))).collect();
    let mut cover = json!(cover);
    cover["dated_iso"] = json!("2026-11-23");
    for list in ["distribution", "revisions"] {
        cover[list] = json!([]);
    }
    cover["draft"] = json!(null);
    let document =
        clean(json!({ "cover": cover, "body": { "nodes": markdown_tree(text, &book) }, "charts": [] }));
    let files = BTreeMap::from([(PICTURE.to_owned(), picture())]);
    let input = Input { template: "answer", document, charts: BTreeMap::new(), files };
    let page = html::render(&input, &templates, &fonts).unwrap_or_else(|error| panic!("{}", error.message));
    let paper = pdf::render(&input, &templates, &fonts).unwrap_or_else(|error| panic!("{}", error.message));
    (String::from_utf8(page).unwrap(), paper)
}

fn printed(paper: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(paper).unwrap();
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

#[test]
fn an_answer_is_drawn_whole_and_nothing_breaks_out_of_it() {
    let (page, paper) = draw(NASTY);
    for drawn in [
        "<strong>先不要重复点击</strong>",
        "<em>逐步</em>",
        "<a href=\"#K12\">缴费成功但没有票据</a>",
        "<s>重启客户端</s>",
        "<h3>处理步骤</h3>",
        "<h4>失败原因对照</h4>",
        "<code>补开</code>",
        "<th scope=\"col\" class=\"to-right\">时限</th>",
        "alt=\"登录页\"",
        "外网图（https://example.cn/x.png）",
        "&lt;script&gt;alert(1)",
        "{{ cover }} {% raw %} #import",
    ] {
        assert!(page.contains(drawn), "{drawn}");
    }
    assert!(!page.contains("<script") && !page.contains("<b>"), "HTML of a text is text");
    let printed = printed(&paper);
    for drawn in [
        "先不要重复点击",
        "systemctlrestartebill-gateway",
        "ERR_CONNECTION_TIMED_OUT_WHILE_CONNECTING",
        "<b>E9</b>",
        "<script>alert(1)</script>",
        "{{cover}}{%raw%}#import\"x\"$x$@label#{1}]}*半#〓",
    ] {
        assert!(printed.contains(drawn), "{drawn} in {printed}");
    }
}

#[test]
fn the_deepest_answer_can_be_drawn() {
    let deep =
        format!("{}{}深{}", "> 1. ".repeat(50), "***a* ~~b [".repeat(30), "](https://a.cn)~~**".repeat(30));
    let (page, paper) = draw(&deep);
    assert!(page.contains('深') && printed(&paper).contains('深'));
}
