//! `weibao probe` as a scheduler runs it: measured values are read back as samples; a failed probe writes nothing and prints
//! why.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use encoding_rs::GB18030;
use serde_json::Value;

use crate::project::{Project, Run, run};

const HEADER: &str = "at,asset,metric,object,value,unit,source";
/// 2026-11-23 06:00 in the contract's local time.
const MORNING: &str = "1795384800";

/// A run of a probe at a fixed moment.
fn probe(project: &Project, arguments: &[&str]) -> Run {
    run(command(project, arguments))
}

fn command(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.command(&[&["probe"], arguments].concat());
    command.env("SOURCE_DATE_EPOCH", MORNING);
    command
}

/// Fails unless the probe ended with this code and message, and without a row.
#[track_caller]
fn refused(ran: Run, code: i32, said: &str) {
    let ran = ran.ended(code);
    assert_eq!(ran.out, "", "a failed probe wrote rows");
    assert!(ran.err.contains(said), "{said}: {}", ran.err);
}

/// The rows after the header, each as its cells.
#[track_caller]
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), HEADER);
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

#[test]
fn rows_are_taken_as_samples_of_the_shipped_project() {
    let project = Project::shipped().on_day("2026-11-23");
    let check = || -> Value {
        let ran = project.run(&["check", "--format", "json"]);
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err))
    };
    let before = check();
    let server = Server::start();
    project.write(
        "spool.txt",
        "tablespace,allocated_bytes,maximum_bytes,used_bytes\n\"EBILL_DATA\",1073741824,0,1\n",
    );
    project.write("app.log", "2026-11-23 05:00:00 ERROR 上传失败\n");
    let url = server.url("/ok");
    let append = |name: &str, arguments: &[&str]| {
        let file = format!("data/probes/2026Q4/{name}.csv");
        let ran = probe(&project, &[arguments, &["--append", &file]].concat()).ended(0);
        assert_eq!(ran.out, "");
    };
    append("disk", &["disk", "--mount", "/", "--asset", "srv-app1"]);
    append(
        "space",
        &["disk", "--mount", "/", "--object=", "--metric", "space", "--asset", "space-data"],
    );
    append("interface", &["http", &url, "--asset", "if-his"]);
    append("log", &["log", "app.log", "--asset", "app-ebill"]);
    append("tablespace", &["tablespace", "spool.txt", "--asset", "db-ebill"]);
    let after = check();
    assert_eq!(after["diagnostics"], before["diagnostics"]);
    let samples = |checked: &Value| checked["samples"].as_u64().unwrap();
    assert_eq!(samples(&after), samples(&before) + 3 + 3 + 1 + 1 + 3);
}

#[test]
fn a_disk_is_as_full_as_df_says() {
    let project = Project::empty();
    let ran = probe(&project, &["disk", "--mount", "/", "--asset", "srv"]).ended(0);
    let told = Command::new("df").args(["-P", "/"]).env("LC_ALL", "C").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let share: f64 =
        told.split_whitespace().find_map(|word| word.strip_suffix('%')).unwrap().parse().unwrap();
    let rows = rows(&ran.out);
    let metrics: Vec<_> =
        rows.iter().map(|row| (row[2].as_str(), row[3].as_str(), row[5].as_str())).collect();
    assert_eq!(
        metrics,
        [("disk.total_gb", "/", "GB"), ("disk.used_gb", "/", "GB"), ("disk.used_pct", "/", "%")]
    );
    let values: Vec<f64> = rows.iter().map(|row| row[4].parse().unwrap()).collect();
    assert!((values[2] - share).abs() <= 1.0, "{} and {share}", values[2]);
    assert!((values[1] / values[0] * 100.0 - values[2]).abs() < 1e-9);
    assert!(
        rows.iter().all(|row| row[0] == "2026-11-23 06:00:00" && row[6] == "weibao probe disk")
    );
}

#[test]
fn a_folder_where_nothing_is_mounted_is_not_measured() {
    let project = Project::empty();
    project.write("app/x", "");
    let app = project.path("app");
    refused(
        probe(&project, &["disk", "--mount", app.to_str().unwrap(), "--asset", "a"]),
        1,
        "没有挂载",
    );
    refused(probe(&project, &["disk", "--mount", "/nowhere", "--asset", "a"]), 1, "/nowhere");
    refused(probe(&project, &["disk", "--object", "x", "--asset", "a"]), 2, "--mount");
}

/// An HTTP server on this machine, one thread for each connection.
struct Server {
    port: u16,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            for stream in listener.incoming() {
                thread::spawn(|| answer(stream.unwrap()));
            }
        });
        Self { port }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

fn answer(mut stream: TcpStream) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    let headers: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
    let path = first
        .split(' ')
        .nth(1)
        .unwrap_or_default()
        .split('?')
        .next()
        .unwrap_or_default()
        .to_owned();
    let knows =
        headers.iter().any(|line| line.eq_ignore_ascii_case("authorization: bearer geheim"));
    let whole = |status: &str, body: &[u8]| {
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body].concat()
    };
    let bytes = match path.as_str() {
        "/ok" => whole("200 OK", "服务正常".as_bytes()),
        "/gbk" => whole("200 OK", &GB18030.encode("服务正常").0),
        "/closed" if knows => whole("200 OK", b"welcome"),
        "/closed" => whole("401 Unauthorized", b""),
        "/moved" => {
            b"HTTP/1.1 302 Found\r\nLocation: /ok\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
        }
        "/circle" => {
            b"HTTP/1.1 302 Found\r\nLocation: /circle\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .to_vec()
        }
        "/large" => whole("200 OK", &vec![b'x'; 17 << 20]),
        "/cut" => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf".to_vec(),
        "/nonsense" => b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(),
        "/slow" => {
            // The head comes at once, the body never: only the complete response counts.
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
            thread::sleep(Duration::from_secs(5));
            Vec::new()
        }
        "/late" => {
            thread::sleep(Duration::from_millis(300));
            whole("200 OK", b"x")
        }
        _ => whole("500 Internal Server Error", b"kaputt"),
    };
    // The client may have closed the connection.
    let _ = stream.write_all(&bytes);
}

#[test]
fn an_answer_is_measured_until_its_last_byte() {
    let (project, server) = (Project::empty(), Server::start());
    let late = server.url("/late?token=geheim");
    let ran = probe(&project, &["http", &late, "--asset", "if-his"]).ended(0);
    let rows = rows(&ran.out);
    assert_eq!(rows.len(), 1);
    let row = rows[0].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(row[1..4], ["if-his", "interface.response_ms", ""]);
    assert_eq!(row[5..], ["毫秒", "weibao probe http"]);
    let value: f64 = row[4].parse().unwrap();
    assert!((300.0..5000.0).contains(&value), "{value}");
    assert!(!ran.out.contains("geheim"));
}

#[test]
fn an_answer_must_be_as_expected() {
    let (project, server) = (Project::empty(), Server::start());
    let ask = |path: &str, more: &[&str]| {
        let url = server.url(path);
        probe(&project, &[&["http", &url, "--asset", "a"], more].concat())
    };
    for (path, more) in [
        ("/ok", &["--contains", "服务正常"][..]),
        ("/gbk", &["--contains", "服务正常"]),
        ("/moved", &["--expect", "302"]),
        ("/moved", &["--follow", "--contains", "正常"]),
        ("/500", &["--expect", "200", "--expect", "500"]),
    ] {
        assert_eq!(rows(&ask(path, more).ended(0).out).len(), 1, "{path}");
    }
    for (path, more, said) in [
        ("/500", &[][..], "状态码是500"),
        ("/moved", &[], "状态码是302"),
        ("/circle", &["--follow"], "没有尽头"),
        ("/ok", &["--expect", "204"], "状态码是200"),
        ("/ok", &["--contains", "服务异常"], "没有“服务异常”"),
        ("/large", &[], "超过16MiB"),
        ("/cut", &[], "没有正常答复"),
        ("/nonsense", &[], "没有正常答复"),
    ] {
        refused(ask(path, more), 1, said);
    }
}

#[test]
fn what_does_not_answer_in_time_is_no_measurement() {
    let (project, server) = (Project::empty(), Server::start());
    let begun = Instant::now();
    refused(
        probe(&project, &["http", &server.url("/slow"), "--asset", "a", "--timeout", "1"]),
        1,
        "1秒内",
    );
    assert!(begun.elapsed() < Duration::from_secs(4));
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}/");
    refused(probe(&project, &["http", &url, "--asset", "a"]), 1, "拒绝连接");
    refused(
        probe(&project, &["http", "http://nowhere.invalid/", "--asset", "a"]),
        1,
        "nowhere.invalid",
    );
    // The server has no TLS.
    let url = server.url("/ok").replace("http:", "https:");
    refused(probe(&project, &["http", &url, "--asset", "a", "--timeout", "2"]), 1, "没有写入采样");
}

/// A certificate of a test authority, and a server with one signed by it; `None` if the tool is missing.
fn certified(project: &Project) -> Option<(Child, String)> {
    const OPENSSL: &str = "openssl";
    let folder = project.root();
    let made = |arguments: &str| {
        let mut made = Command::new(OPENSSL);
        made.args(arguments.split(' '))
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        made.status().is_ok_and(|status| status.success())
    };
    if !made("version") {
        return None;
    }
    project.write("ext", "subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n");
    for arguments in [
        "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=ca -addext keyUsage=critical,keyCertSign",
        "req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost",
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 30 -extfile ext",
    ] {
        assert!(made(arguments), "openssl {arguments}");
    }
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let serving = format!("s_server -accept {port} -cert server.pem -key server.key -www -quiet");
    let mut server = Command::new(OPENSSL);
    server.args(serving.split(' ')).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let server = server.spawn().unwrap();
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "openssl s_server does not listen");
        thread::sleep(Duration::from_millis(50));
    }
    Some((server, format!("https://localhost:{port}/")))
}

#[test]
fn a_hospital_may_have_an_authority_of_its_own() {
    let project = Project::empty();
    let Some((mut server, url)) = certified(&project) else {
        let line =
            b"probe::a_hospital_may_have_an_authority_of_its_own: skipped, openssl is missing\n";
        // A closed standard error is no reason to fail.
        let _ = std::io::stderr().write_all(line);
        return;
    };
    let ask = |more: &[&str]| probe(&project, &[&["http", &url, "--asset", "a"], more].concat());
    let (trusted, usual, other) =
        (ask(&["--ca", "ca.pem"]), ask(&[]), ask(&["--ca", "server.key"]));
    server.kill().unwrap();
    server.wait().unwrap();
    assert_eq!(rows(&trusted.ended(0).out).len(), 1);
    refused(usual, 1, "certificate");
    // A key is not a certificate.
    refused(other, 2, "没有可用的证书");
}

#[test]
fn secrets_travel_in_files_and_are_never_printed() {
    let (project, server) = (Project::empty(), Server::start());
    let url = server.url("/closed?key=geheim");
    project.write("headers", "Accept: text/html\nAuthorization: Bearer geheim\n");
    let ask = |more: &[&str]| probe(&project, &[&["http", &url, "--asset", "a"], more].concat());
    assert!(!ask(&["--header-file", "headers"]).ended(0).out.contains("geheim"));
    let mut by_variable =
        command(&project, &["http", &url, "--asset", "a", "--header-env", "PROBE_HEADERS"]);
    by_variable.env("PROBE_HEADERS", "Authorization: Bearer geheim");
    run(by_variable).ended(0);
    project.write("wrong", "Authorization: Bearer geheim\ngeheim\n");
    for (ran, code, said) in [
        (ask(&[]), 1, "状态码是401"),
        (ask(&["--header-file", "wrong"]), 2, "第2行"),
        (ask(&["--header-file", "missing"]), 2, "missing"),
        (ask(&["--header-env", "MISSING"]), 2, "MISSING"),
        (ask(&["--header-file", "headers", "--follow"]), 2, "--follow"),
        (ask(&["--ca", "headers"]), 2, "证书"),
        (
            probe(&project, &["http", "http://admin:geheim@127.0.0.1/", "--asset", "a"]),
            2,
            "用户名和密码",
        ),
        (probe(&project, &["http", "127.0.0.1/geheim", "--asset", "a"]), 2, "地址不对"),
    ] {
        assert!(!ran.err.contains("geheim"), "{}", ran.err);
        refused(ran, code, said);
    }
}

#[test]
fn errors_of_the_last_day_are_counted_with_their_traces_apart() {
    let project = Project::empty();
    let log = "\
2026-11-22 05:59:59 ERROR yesterday's
2026-11-22 06:00:01,123 [main] ERROR 上传失败
    at Upload.java:12 ERROR in a trace
2026-11-22 12:00:00 INFO ERRORS none, TERROR
2026-11-22 12:00:01 WARN
2026-11-22T20:00:00+08:00 FATAL 磁盘满
2026-11-23 05:59:59 ERROR 心跳超时，已自动重连
2026-11-23 06:00:01 ERROR of a clock that runs ahead
";
    project.write("app.log", log);
    let count = |arguments: &[&str]| {
        let ran =
            probe(&project, &[&["log", "app.log", "--asset", "app-ebill"], arguments].concat())
                .ended(0);
        let rows = rows(&ran.out);
        assert_eq!((rows.len(), rows[0][2].as_str(), rows[0][5].as_str()), (1, "log.errors", "条"));
        rows[0][4].clone()
    };
    // The line below the first error has the same timestamp, and contains ERROR itself.
    assert_eq!(count(&[]), "4");
    assert_eq!(count(&["--except", "自动重连"]), "3");
    assert_eq!(count(&["--hours", "12"]), "2");
    assert_eq!(count(&["--match", "WARN|INFO"]), "2");
    assert_eq!(count(&["--whole"]), "6");
    let legacy = GB18030.encode(log).0.into_owned();
    project
        .write("app.log", [&legacy[..], &[0xff, 0x00, 0xfe, b'\n'], &vec![b'E'; 3 << 20]].concat());
    assert_eq!(count(&["--match", "上传失败"]), "1");
    assert_eq!(count(&["--except", "心跳超时"]), "3");
}

#[test]
fn a_log_that_cannot_tell_is_not_counted() {
    let project = Project::empty();
    project.write("bare.log", "ERROR without a moment\n");
    project.write("a.log.gz", b"\x1f\x8b\x08\x00rest");
    project.write("wide.log", b"\xff\xfeE\x00R\x00");
    project.write("empty.log", "");
    project.write("late.log", "2026-11-23 03:00:00 ERROR x\n");
    let count =
        |arguments: &[&str]| probe(&project, &[&["log", "--asset", "a"], arguments].concat());
    refused(count(&["bare.log"]), 1, "行首没有时刻");
    refused(count(&["a.log.gz", "--whole"]), 1, "压缩文件");
    refused(count(&["wide.log"]), 1, "UTF-16");
    refused(count(&["missing.log"]), 1, "missing.log");
    refused(count(&["late.log", "missing.log"]), 1, "missing.log");
    refused(count(&["."]), 1, "不是普通文件");
    refused(count(&["late.log", "--match", "("]), 2, "正则表达式");
    refused(probe(&project, &["log", "late.log"]), 2, "--asset");
    assert_eq!(rows(&count(&["bare.log", "--whole"]).ended(0).out)[0][4], "1");
    assert_eq!(rows(&count(&["empty.log"]).ended(0).out)[0][4], "0");
    let ran = count(&["late.log"]).ended(0);
    assert_eq!(rows(&ran.out)[0][4], "1");
    assert!(ran.err.contains("日志从2026-11-23 03:00开始"), "{}", ran.err);
}

const COLUMNS: &str = "tablespace,allocated_bytes,maximum_bytes,used_bytes";

/// What the clients of three databases print.
const PRINTED: [(&str, &str); 3] = [
    (
        "oracle",
        "\r\ntablespace,allocated_bytes,maximum_bytes,used_bytes\r\n\r\n\"EBILL_DATA\",34359738368,68719476736,28662769254   \r\n\"TEMP\",1073741824,1073741824,0\r\n\r\n",
    ),
    (
        "dameng",
        "tablespace,allocated_bytes,maximum_bytes,used_bytes\n\n\"EBILL_DATA\",34359738368,68719476736,28662769254\n\"MAIN\",134217728,17592186044416,4194304\n",
    ),
    (
        "mysql",
        "tablespace,allocated_bytes,maximum_bytes,used_bytes\n\"EBILL_DATA\",34359738368,68719476736,28662769254\n\"innodb_undo_001\",16777216,16777216,1048576\n",
    ),
];

#[test]
fn tablespaces_of_three_databases_become_rows() {
    let project = Project::empty();
    for (database, printed) in PRINTED {
        let sql = project.run(&["probe", "sql", database]).ended(0).out;
        assert!(sql.contains(COLUMNS) && sql.contains("只读"), "{database}");
        project.write("spool.txt", printed);
        let ran = probe(&project, &["tablespace", "spool.txt", "--asset", "db-ebill"]).ended(0);
        let rows = rows(&ran.out);
        assert_eq!(rows.len(), 6, "{database}");
        let first: Vec<_> =
            rows.iter().take(3).map(|row| (row[2].as_str(), row[4].as_str())).collect();
        // 28 662 769 254 of 34 359 738 368 bytes, not rounded.
        assert_eq!(first[0], ("tablespace.total_gb", "32"));
        assert_eq!(first[1].1.parse::<f64>().unwrap(), 28_662_769_254.0 / 1_073_741_824.0);
        assert_eq!(first[2].1.parse::<f64>().unwrap(), 28_662_769_254.0 * 100.0 / 34_359_738_368.0);
        assert!(rows.iter().take(3).all(|row| row[3] == "EBILL_DATA"));
    }
    // Half of it, relative to the size after growth.
    let ran =
        probe(&project, &["tablespace", "spool.txt", "--asset", "d", "--basis", "max"]).ended(0);
    assert_eq!(rows(&ran.out)[0][4], "64");
}

#[test]
fn a_spool_from_standard_input_tells_when_it_was_taken() {
    let project = Project::empty();
    let mut probing =
        command(&project, &["tablespace", "-", "--asset", "d", "--at", "2026-11-22 23:00"]);
    let mut running = probing.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    // In the encoding of Chinese clients.
    let printed =
        GB18030.encode(&format!("{COLUMNS}\n\"数据,\"\"一\"\"\",100,0,25\n")).0.into_owned();
    running.stdin.take().unwrap().write_all(&printed).unwrap();
    let told = running.wait_with_output().unwrap();
    assert!(told.status.success());
    let rows = rows(std::str::from_utf8(&told.stdout).unwrap());
    assert_eq!(
        rows[2][..],
        [
            "2026-11-22 23:00:00",
            "d",
            "tablespace.used_pct",
            "数据,\"一\"",
            "25",
            "%",
            "weibao probe tablespace"
        ]
    );
}

#[test]
fn one_strange_line_and_there_are_no_rows() {
    let project = Project::empty();
    let good = "\"A\",100,0,25\n";
    for (printed, said) in [
        (String::new(), "没有任何表空间"),
        (format!("{COLUMNS}\n"), "没有任何表空间"),
        (good.to_owned(), "第1行应是表头"),
        ("ORA-01017: invalid username/password; logon denied\n".to_owned(), "ORA-01017"),
        (format!("{COLUMNS}\n{good}ORA-00942: table or view does not exist\n"), "第3行"),
        (format!("{COLUMNS}\n{good}\n已选择 1 行。\n"), "第4行"),
        (format!("{COLUMNS}\n{good}\"B\",100,0\n"), "第3行"),
        (format!("{COLUMNS}\n\"B\",1.2E+11,0,5\n"), "第2行"),
        (format!("{COLUMNS}\n\"B\",100,0,-5\n"), "第2行"),
        (format!("{COLUMNS}\n\"B\",100,0,NULL\n"), "第2行"),
        (format!("{COLUMNS}\n\"B,100,0,5\n"), "第2行"),
        (format!("{COLUMNS}\n\"B\",100,0,101\n"), "第2行的容量与已用量不合"),
        (format!("{COLUMNS}\n\"B\",0,0,0\n"), "第2行的容量与已用量不合"),
        (format!("{COLUMNS}\n{good}{good}"), "第3行的表空间已经出现过"),
        (format!("{COLUMNS}\n{good}\"=HYPERLINK(\"\"http://x\"\")\",100,0,25\n"), "当作公式"),
        (format!("{COLUMNS}\n{good}\"A\u{7}B\",100,0,25\n"), "控制字符"),
        ("\u{0}".repeat(100), "第1行应是表头"),
    ] {
        project.write("spool.txt", &printed);
        refused(probe(&project, &["tablespace", "spool.txt", "--asset", "d"]), 1, said);
        assert!(!project.path("out.csv").exists());
    }
    refused(probe(&project, &["tablespace", "missing.txt", "--asset", "d"]), 1, "missing.txt");
    project.write("spool.txt", format!("{COLUMNS}\n{good}"));
    refused(probe(&project, &["tablespace", "spool.txt"]), 2, "--asset");
    refused(probe(&project, &["tablespace", "spool.txt", "--asset", "=d"]), 1, "当作公式");
    refused(probe(&project, &["tablespace", "spool.txt", "--asset", " "]), 2, "不能为空");
}

#[test]
fn rows_are_appended_whole_and_only_where_they_belong() {
    let project = Project::empty();
    project.write("spool.txt", format!("{COLUMNS}\n\"A\",100,0,25\n"));
    let append =
        || probe(&project, &["tablespace", "spool.txt", "--asset", "d", "--append", "out.csv"]);
    let more =
        probe(&project, &["tablespace", "spool.txt", "--asset", "d", "--no-header"]).ended(0).out;
    assert_eq!(more.lines().count(), 3);
    append().ended(0);
    append().ended(0);
    assert_eq!(project.text("out.csv"), format!("{HEADER}\n{more}{more}"));
    for (before, between) in [
        (String::new(), format!("{HEADER}\n")),
        (format!("{HEADER}\n"), String::new()),
        (HEADER.to_owned(), "\n".to_owned()),
        (format!("\u{feff}{HEADER}\r\n{}", more.replace('\n', "\r\n")), String::new()),
        // A partial line left by a power cut stays an invalid line of its own.
        (format!("{HEADER}\n2026-11-22 06:00,d,table"), "\n".to_owned()),
    ] {
        project.write("out.csv", &before);
        append().ended(0);
        assert_eq!(project.text("out.csv"), format!("{before}{between}{more}"));
    }
    let legacy = GB18030
        .encode(&format!("{HEADER}\n2026-11-22 06:00,d,log.errors,,1,条,x\n"))
        .0
        .into_owned();
    for (before, said) in [
        (b"at,asset,metric,object,value,source,unit\n".to_vec(), "不是采样的表头"),
        ("时间,资产,指标,对象,数值,单位,来源\n".into(), "不是采样的表头"),
        (format!("{HEADER},note\n").into(), "不是采样的表头"),
        (more.clone().into(), "不是采样的表头"),
        (legacy, "不是UTF-8"),
    ] {
        project.write("out.csv", &before);
        refused(append(), 2, said);
        assert_eq!(project.bytes("out.csv"), before);
    }
    fs::remove_file(project.path("out.csv")).unwrap();
    fs::create_dir(project.path("out.csv")).unwrap();
    refused(append(), 2, "out.csv");
    // A failed probe creates no file.
    project.write("spool.txt", COLUMNS);
    refused(
        probe(&project, &["tablespace", "spool.txt", "--asset", "d", "--append", "new.csv"]),
        1,
        "没有任何表空间",
    );
    assert!(!project.path("new.csv").exists());
}

#[test]
fn probes_at_once_leave_whole_lines_and_one_header() {
    let project = Project::empty();
    project.write("spool.txt", format!("{COLUMNS}\n\"A\",100,0,25\n"));
    let arguments = ["tablespace", "spool.txt", "--asset", "d", "--append", "out.csv"];
    let running: Vec<_> = (0..12).map(|_| command(&project, &arguments).spawn().unwrap()).collect();
    for mut probe in running {
        assert!(probe.wait().unwrap().success());
    }
    let text = project.text("out.csv");
    assert_eq!(text.matches(HEADER).count(), 1);
    assert_eq!(rows(&text).len(), 36);
}

#[test]
fn complaints_are_made_in_english_too() {
    let project = Project::empty();
    project.write("spool.txt", "ORA-01017\n");
    let ran = probe(&project, &["tablespace", "spool.txt", "--asset", "d", "--lang", "en"]);
    refused(ran, 1, "line 1 should be the header and is “ORA-01017”, no row written");
}
