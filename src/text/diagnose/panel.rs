//! Words of the panel of diagnoses: labels, states, what stands beside a control.

use crate::core::diagnose::{Families, Profile, Role};
use crate::text::Lang;
use crate::text::diagnose::source::millis;
use crate::text::foreign::short;
use crate::text::number::{counted, whole};
use crate::text::time::duration;

phrases! {
    add_row: "Add a record or file", "添加记录或文件";
    all_in_parallel: "all in parallel", "全部并行";
    resolvers_hint: "one a line, an address each: 9.9.9.9, tls://9.9.9.9, https://1.1.1.1", "每行一个，用地址填写：9.9.9.9、tls://9.9.9.9、https://1.1.1.1";
    ask_these: "Ask these servers", "询问这些服务器";
    asked_so_far: "Asked so far", "询问记录";
    authority: "CA", "CA";
    authority_domain: "Issuer domain in CAA records", "CAA 记录中的 CA 域名";
    authority_domain_hint: "trust.example", "trust.example";
    authority_filter: "CA or brand", "CA 或品牌";
    authority_hint: "its name, a brand, or its issuer domain", "名称、品牌或 CA 域名";
    authority_keep: "Keep in the list", "保存到列表";
    authority_name: "Name of the CA", "CA 名称";
    authority_none: "not chosen", "未选择";
    authority_other: "Another CA…", "其他 CA…";
    cancelled_kept: "What was found out so far stays below", "已查到的内容保留在下面";
    changed: "What changed", "变化";
    choose_check: "Choose a check to see what it found", "选择一项检查查看结果";
    column_source: "Who", "来源";
    column_ttl: "TTL", "TTL";
    column_time: "Time", "用时";
    column_value: "Says", "应答";
    column_what: "Of what", "查询内容";
    contacts_lead: "Nothing was sent yet. A run would contact:", "尚未发送任何内容。检查将联系：";
    contacts_more: "From these, the name servers and addresses that DNS leads to.", "还有 DNS 由此指向的权威服务器和地址。";
    contacts_own: "those that the system is set up with", "系统所设置的递归解析器";
    contacts_title: "Ask these servers?", "要询问这些服务器吗？";
    copy_record: "Copy record", "复制记录";
    copy_records: "Copy records", "复制记录";
    copy_ticket: "Copy ticket", "复制工单";
    diagnose: "Diagnose", "诊断";
    done: "Done", "完成";
    empty_hint: "A name such as www.example.com, or several. DNS, CAA and what the CA looks for are checked, then what each address serves and what the page loads. Whom it would contact is shown first.", "输入一个域名，例如 www.example.com，也可以输入多个。会检查 DNS、CAA 和 CA 查找的内容，再检查每个地址发送的证书和网页加载的内容。检查之前会先列出要联系的服务器。";
    empty_title: "Why does the CA not issue, or the browser not trust?", "CA 为什么不签发，浏览器为什么不信任？";
    end_after: "End after", "结束时间";
    expected: "CA expects…", "CA 的要求…";
    expected_hint: "The mail or console text of the CA; records and files in it are recognised", "CA 的邮件或控制台内容；其中的记录和文件会被识别";
    expected_pasted: "Paste what the CA wrote", "粘贴 CA 写的内容";
    expected_rows: "What is looked for", "查找的内容";
    expected_title: "What the CA expects", "CA 的要求";
    every: "Look every", "查看间隔";
    addresses: "Addresses", "地址";
    file_hint: "http://example.com/.well-known/pki-validation/file.txt", "http://example.com/.well-known/pki-validation/file.txt";
    from_open: "Use names of what is open", "使用已打开内容的域名";
    history: "History", "历史";
    history_empty: "No run of these names has ended yet", "这些域名还没有完成过检查";
    history_title: "Runs of these names", "这些域名的检查";
    how_strict: "Rules", "规则";
    inside: "Ask outside about internal names, and contact internal addresses", "也向外部询问内部名称，并联系内部地址";
    kind: "Kind", "类型";
    kind_cname: "CNAME", "CNAME";
    kind_file: "File", "文件";
    kind_txt: "TXT", "TXT";
    mark_good: "fine", "正常";
    mark_notice: "worth knowing", "提示";
    mark_problem: "problem", "问题";
    mark_unknown: "not found out", "未能查明";
    mark_warning: "warning", "警告";
    name: "Name or names", "域名";
    name_hint: "www.example.com", "www.example.com";
    name_missing: "Type a name first", "先输入域名";
    no_finding: "Nothing stands against this check.", "这项检查没有发现问题。";
    no_network: "This computer has no way out", "这台计算机无法访问网络";
    no_network_why: "Nothing could be asked, so nothing is known about the names. Connect to a network, then run again.", "无法询问任何服务器，因此对这些域名一无所知。连接网络后可再次运行。";
    nothing_so_far: "Nothing stands against the names so far", "目前没有发现问题";
    not_yet: "This check has not ended yet.", "这项检查尚未结束。";
    nothing_changed: "Nothing changed since the run before", "与上一次检查相比没有变化";
    nothing_expected: "Say first what the CA expects", "先填写 CA 的要求";
    options: "Options", "选项";
    options_title: "How to ask", "询问方式";
    own_authorities: "CAs you added", "您添加的 CA";
    public: "Well-known public resolvers", "知名公共递归解析器";
    public_list: "Public resolvers that are asked", "要询问的公共递归解析器";
    record_name: "Name, or address of the file", "名称，或文件地址";
    record_name_hint: "_dnsauth.example.com", "_dnsauth.example.com";
    record_value: "Value, or content of the file", "值，或文件内容";
    resolvers: "Resolvers of your choice", "指定的递归解析器";
    run: "Run", "开始检查";
    run_again: "Run again", "再次检查";
    run_still: "A run is still going", "检查仍在进行";
    save_ticket_html: "Save ticket as HTML…", "将工单保存为 HTML…";
    save_ticket_json: "Save report as JSON…", "将报告保存为 JSON…";
    save_ticket_text: "Save ticket as text…", "将工单保存为文本…";
    save_again: "Save as…", "另存为…";
    show_fewer: "Show fewer", "收起";
    state_done: "done", "已完成";
    state_skipped: "left out", "已略过";
    state_running: "running", "进行中";
    state_stopped: "stopped", "已停止";
    state_waiting: "waiting", "等待中";
    stop: "Cancel", "取消";
    sub: "Why the CA does not issue, or why the browser does not trust", "CA 为什么不签发，浏览器为什么不信任";
    system: "Resolvers of this computer", "这台计算机的递归解析器";
    watch: "Watch until visible everywhere", "持续查看直到处处可见";
    who_says: "Who says what", "各方应答";
    without_name: "No name that can be asked about was found in this text", "这段内容中没有可以查询的域名";
}

/// How strict the CA is.
pub fn profile(lang: Lang, profile: Profile) -> &'static str {
    match profile {
        Profile::Strict => lang.pick("Strict console", "严格控制台"),
        Profile::Br => lang.pick("CA/B Forum", "CA/B 论坛规则"),
        Profile::Acme => lang.pick("ACME", "ACME"),
    }
}

/// Which addresses are contacted.
pub fn families(lang: Lang, families: Families) -> &'static str {
    match families {
        Families::Both => lang.pick("IPv4 and IPv6", "IPv4 和 IPv6"),
        Families::V4 => lang.pick("IPv4 only", "仅 IPv4"),
        Families::V6 => lang.pick("IPv6 only", "仅 IPv6"),
    }
}

/// The choice of the CA as it is shown.
pub fn authority_shown(lang: Lang, name: &str) -> String {
    let name = short(name);
    say!(lang, "CA: {name}", "CA：{name}")
}

/// The button of what the CA expects, once something is known.
pub fn expected_count(lang: Lang, count: usize) -> String {
    say!(lang, "CA expects {count}…", "CA 的要求：{count} 项…")
}

/// Takes a CA off the list.
pub fn remove_authority(lang: Lang, name: &str) -> String {
    let name = short(name);
    say!(lang, "Take {name} off the list", "从列表移除 {name}")
}

/// Why somebody would be contacted.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::UserResolver => lang.pick("Resolvers of your choice", "您指定的递归解析器"),
        Role::SystemResolver => lang.pick("Resolvers of this computer", "这台计算机的递归解析器"),
        Role::PublicResolver => lang.pick("Public resolvers", "公共递归解析器"),
        Role::Root => lang.pick(
            "Root servers, and those they lead to",
            "根服务器及其指向的权威服务器",
        ),
        Role::WebServer => lang.pick("Web servers", "网站服务器"),
        Role::TlsServer => lang.pick("Servers whose TLS is looked at", "要检查 TLS 的服务器"),
        Role::PageParts => lang.pick(
            "Servers that these pages load from",
            "这些网页从中加载内容的服务器",
        ),
    }
}

/// A detail with the time it took.
pub fn with_time(lang: Lang, detail: &str, ms: u64) -> String {
    let time = millis(lang, ms);
    match detail.is_empty() {
        true => time,
        false => say!(lang, "{detail}, {time}", "{detail}，{time}"),
    }
}

/// What a lane's chip says.
pub fn problems(lang: Lang, count: usize) -> String {
    counted(lang, count, ("problem", "problems"), "个问题")
}

/// The same for warnings.
pub fn warnings(lang: Lang, count: usize) -> String {
    counted(lang, count, ("warning", "warnings"), "个警告")
}

/// The same for what could not be found out.
pub fn unknown(lang: Lang, count: usize) -> String {
    say!(lang, "{count} unknown", "{count} 项未知")
}

/// A name of a section of contacts with how many there are.
pub fn contact_group(lang: Lang, of: Role, count: usize) -> String {
    let name = role(lang, of);
    let count = whole(count as u64);
    say!(lang, "{name} ({count})", "{name}（{count}）")
}

/// A run that was stopped.
pub fn stopped(lang: Lang, done: usize, total: usize) -> String {
    say!(
        lang,
        "Stopped after {done} of {total} checks",
        "已停止，{total} 项检查完成了 {done} 项"
    )
}

/// Names that were read out of what was typed.
pub fn names_read(lang: Lang, names: &[String]) -> String {
    let names = crate::text::number::shortened(lang, names, 5);
    say!(lang, "Will be asked about: {names}", "将查询：{names}")
}

/// A name offered to be asked about.
pub fn names_of_certificate(lang: Lang, name: &str, count: usize) -> String {
    let (name, count) = (short(name), name_count(lang, count));
    say!(
        lang,
        "Certificate {name} ({count})",
        "证书 {name}（{count}）"
    )
}

/// The same of a request.
pub fn names_of_request(lang: Lang, name: &str, count: usize) -> String {
    let (name, count) = (short(name), name_count(lang, count));
    say!(lang, "CSR {name} ({count})", "CSR {name}（{count}）")
}

/// The same of the request being made.
pub fn names_of_wizard(lang: Lang) -> &'static str {
    lang.pick("Names of the new request", "新建证书请求中的域名")
}

fn name_count(lang: Lang, count: usize) -> String {
    counted(lang, count, ("name", "names"), "个域名")
}

/// Where a watch is: `look 3, again in 24 s`.
pub fn round(lang: Lang, number: u32, secs_left: Option<u64>) -> String {
    match secs_left {
        Some(secs) => {
            let left = duration(lang, secs);
            say!(
                lang,
                "Look {number} done, again in {left}",
                "第 {number} 次查看完成，{left}后再次查看"
            )
        }
        None => say!(
            lang,
            "Look {number} is going on",
            "正在进行第 {number} 次查看"
        ),
    }
}

/// How many times a watch looked.
pub fn rounds(lang: Lang, number: u32) -> String {
    let count = counted(lang, number as usize, ("look", "looks"), "次查看");
    say!(lang, "{count} in all", "共 {count}")
}

/// What is no resolver.
pub fn no_resolver(lang: Lang, text: &str) -> String {
    let text = short(text);
    say!(
        lang,
        "{text} is no resolver's address",
        "{text} 不是递归解析器的地址"
    )
}

/// A check that is fine again, or newly is not, with what it said.
pub fn fixed(lang: Lang, check: &str, now: &str) -> String {
    say!(lang, "Fixed: {check}, {now}", "已修复：{check}，{now}")
}

/// The same the other way round.
pub fn broken(lang: Lang, check: &str, now: &str) -> String {
    say!(
        lang,
        "New problem: {check}, {now}",
        "新问题：{check}，{now}"
    )
}

/// A check that says something else.
pub fn differs(lang: Lang, before: &str, now: &str) -> String {
    say!(lang, "{before} → {now}", "{before} → {now}")
}

/// `23 more`.
pub fn more(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "{count} more", "还有 {count} 个")
}

/// The name of the button that unfolds one record.
pub fn remove_row(lang: Lang, number: usize) -> String {
    say!(lang, "Remove row {number}", "删除第 {number} 行")
}

/// Seconds of an interval.
pub fn seconds(lang: Lang, secs: u64) -> String {
    duration(lang, secs)
}
