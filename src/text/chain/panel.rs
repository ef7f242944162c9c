//! Words of the chain panel: headings, states, the graph's legend, who trusts a root, repairing, fetching.

use crate::core::chain::{Form, Profile, Standing};
use crate::core::finding::Usage;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, whole};

phrases! {
    add_fetched: "Add to the bundle", "加入证书包";
    any_use: "Any use", "任意用途";
    cannot_be_checked: "cannot be checked", "无法检查";
    certificate_of: "Chains of", "证书链属于";
    chain: "Chain", "证书链";
    chain_sub: "Every path from a certificate to a root, and who will trust it", "从证书到根证书的每条路径，以及谁会信任它";
    clients: "Clients", "客户端";
    close_details: "Close the details", "关闭详情";
    command_line: "Copy as command line", "复制为命令行";
    discard: "Discard", "放弃";
    empty: "No certificate to judge yet", "还没有可以判断的证书";
    empty_hint: "Open a bundle, or drop a certificate anywhere", "打开证书包，或把证书拖到任意位置";
    export: "Export fullchain…", "导出 fullchain…";
    fetch: "Fetch from issuer…", "从颁发者下载…";
    fetch_agreed: "Ask it all the same", "仍然访问";
    fetch_fits: "The signature fits", "签名相符";
    fetch_go: "Fetch", "下载";
    fetch_instead: "What came instead", "实际得到的内容";
    fetch_kept: "Nothing was added", "没有加入任何内容";
    fetch_nothing: "The issuer did not come", "没有得到颁发者证书";
    fetch_preview: "Nothing is added before you say so.", "在您确认之前不会加入任何内容。";
    fetch_stopped: "Fetching was stopped", "下载已停止";
    fetch_title: "Fetch the missing issuer", "下载缺少的颁发者证书";
    fetching: "Asking the issuer’s server", "正在访问颁发者的服务器";
    findings_of_it: "Found on it", "发现的问题";
    graph: "Paths from the certificate to its root", "从证书到根证书的路径";
    graph_keys: "Arrow keys follow the signatures", "方向键沿签名移动";
    host: "Host", "主机";
    host_hint: "name or IP address", "域名或 IP 地址";
    host_why: "blank: no name is compared", "留空：不比对名称";
    incomplete: "The chain is not complete", "证书链不完整";
    is_missing: "This certificate is not among the files", "这个证书不在打开的文件里";
    issuer: "Issuer", "颁发者";
    issuer_key_id: "Issuer’s key ID", "颁发者密钥标识";
    judge: "Judge", "判断";
    judge_for: "Judge for…", "判断条件…";
    judge_for_title: "Judge for", "判断条件";
    judging: "Judging the chains", "正在判断证书链";
    keep_root: "Keep the root", "保留根证书";
    keep_root_why: "clients have it themselves; some appliances ask for it", "客户端自己已有；有些设备要求附上";
    key_id: "Key ID", "密钥标识";
    key_usages: "Key use", "密钥用途";
    look_elsewhere: "Add files…", "添加文件…";
    name: "Subject", "使用者";
    needed_by: "Needed by", "需要它的证书";
    no_certificate: "There is no certificate in it", "里面没有证书";
    not_judged: "The chains were not judged", "证书链没有判断";
    nothing_changes: "It already has the right order and holds nothing else", "顺序已经正确，也没有多余的证书";
    nowhere_to_ask: "The certificate names no address to fetch it from", "证书没有写明下载地址";
    older_kept: "What was judged before stays below", "之前的判断结果保留在下面";
    paths: "Paths", "路径";
    purposes: "Purposes", "用途";
    repaired: "The repaired chain", "修复后的证书链";
    rules: "Rules", "规则";
    second_opinion: "Second opinion", "第二意见";
    show_chain: "Show chain", "查看证书链";
    signature_verified: "signature verified", "签名已验证";
    stopped: "Judging was stopped", "判断已停止";
    trusted_root_unknown: "No list that was read names this root", "收录的列表里没有这个根证书";
    usage: "Use", "用途";
    verify_at: "Moment (UTC)", "时间 (UTC)";
    verify_at_error: "Write it as 2027-01-31 or 2027-01-31 23:59", "写成 2027-01-31 或 2027-01-31 23:59";
    verify_at_hint: "now", "当前时间";
    web_server: "Server", "服务器";
    client_use: "Client", "客户端";
    who_trusts: "Who will trust it", "谁会信任它";
    who_trusts_repaired: "Who will trust it, once repaired", "修复后谁会信任它";
}

/// `2 paths`.
pub fn path_count(lang: Lang, count: usize) -> String {
    counted(lang, count, ("path", "paths"), "条路径")
}

/// `judged for api.example.net, 23 Nov 2026`.
pub fn judged(lang: Lang, names: &str, day: &str) -> String {
    match names {
        "" => say!(lang, "judged for {day}", "按 {day} 判断"),
        names => say!(lang, "judged for {names}, {day}", "按 {names}、{day} 判断"),
    }
}

/// Paths beyond those that are drawn.
pub fn left_out(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "and {count} more paths", "另有 {count} 条路径")
}

/// `from api.example.net.zip`.
pub fn from(lang: Lang, source: &str) -> String {
    say!(lang, "from {source}", "来自 {source}")
}

/// `contacts aia.example.net`.
pub fn contacts(lang: Lang, hosts: &str) -> String {
    say!(lang, "contacts {hosts}", "将访问 {hosts}")
}

/// The question before an address is contacted.
pub fn fetch_question(lang: Lang, issuer: &str, hosts: &str) -> String {
    let issuer = short(issuer);
    say!(
        lang,
        "“{issuer}” is asked for at {hosts}. The server sees your IP address and which issuer is \
         asked for, nothing else. What comes can name further addresses.",
        "将从 {hosts} 下载“{issuer}”。对方服务器只会看到您的 IP 地址和所查找的颁发者。\
         得到的证书可能还会写明其他地址。"
    )
}

/// `2 addresses contacted`, for the status bar.
pub fn contacted(lang: Lang, count: usize) -> String {
    counted(
        lang,
        count,
        ("address contacted", "addresses contacted"),
        "个地址已访问",
    )
}

/// What came, as a title: `1 certificate came and fits`.
pub fn came(lang: Lang, count: usize) -> String {
    let certificates = counted(lang, count, ("certificate", "certificates"), "个证书");
    match count {
        1 => say!(
            lang,
            "{certificates} came, and its key made the signature",
            "得到 {certificates}，签名由它的密钥生成"
        ),
        _ => say!(
            lang,
            "{certificates} came, and their keys made the signatures",
            "得到 {certificates}，签名由它们的密钥生成"
        ),
    }
}

/// `until 1 Mar 2036`.
pub fn until(lang: Lang, day: &str) -> String {
    say!(lang, "until {day}", "{day} 到期")
}

/// Where a file was written.
pub fn written(lang: Lang, form: Form, path: &str) -> String {
    let form = form_name(lang, form);
    say!(lang, "{form} written to {path}", "{form}已写入 {path}")
}

/// What a file of the repaired chain is called.
pub fn form_name(lang: Lang, form: Form) -> &'static str {
    match form {
        Form::Chain => lang.pick("The chain", "证书链"),
        Form::FullChain => lang.pick("The full chain", "完整证书链"),
        Form::Leaf => lang.pick("The certificate", "证书"),
        Form::P7b => lang.pick("The P7B", "P7B 文件"),
    }
}

/// The button that saves a form.
pub fn save_form(lang: Lang, form: Form) -> &'static str {
    match form {
        Form::Chain => lang.pick("Save chain…", "保存证书链…"),
        Form::FullChain => lang.pick("Save fullchain…", "保存 fullchain…"),
        Form::Leaf => lang.pick("Save certificate…", "保存证书…"),
        Form::P7b => lang.pick("Save P7B…", "保存 P7B…"),
    }
}

/// What is in a form.
pub fn form_hint(lang: Lang, form: Form) -> &'static str {
    match form {
        Form::Chain => lang.pick("the issuers alone, PEM", "只有颁发者，PEM"),
        Form::FullChain => lang.pick(
            "certificate and issuers, PEM: nginx, Apache, HAProxy",
            "证书和颁发者，PEM：nginx、Apache、HAProxy",
        ),
        Form::Leaf => lang.pick("the certificate alone, PEM", "只有证书本身，PEM"),
        Form::P7b => lang.pick(
            "certificate and issuers, PKCS#7: Windows",
            "证书和颁发者，PKCS#7：Windows",
        ),
    }
}

/// How clients stand to a root, in a word or two.
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Formerly => lang.pick("older versions only", "仅旧版本"),
        Standing::NotTrusted => lang.pick("not trusted", "不信任"),
        Standing::Trusted => lang.pick("trusted", "信任"),
        Standing::Unknown => lang.pick("unknown", "未知"),
    }
}

/// Trusted, if issued up to a day.
pub fn issued_until(lang: Lang, day: &str) -> String {
    say!(
        lang,
        "for certificates issued until {day}",
        "仅限 {day} 及之前颁发的证书"
    )
}

/// Since or up to which version.
pub fn versions(lang: Lang, since: Option<&str>, until: Option<&str>) -> Option<String> {
    Some(match (since, until) {
        (None, None) => return None,
        (Some(since), None) => say!(lang, "since {since}", "自 {since} 起"),
        (None, Some(until)) => match until.strip_prefix('<') {
            Some(before) => {
                let before = before.trim();
                say!(lang, "before {before}", "{before} 之前")
            }
            None => say!(lang, "up to {until}", "截至 {until}"),
        },
        (Some(since), Some(until)) => {
            let until = until.trim_start_matches('<').trim();
            say!(lang, "{since} to {until}", "{since} 至 {until}")
        }
    })
}

/// Where it was read, and how old that is.
pub fn read_in(lang: Lang, source: &str, day: &str) -> String {
    say!(lang, "Read in {source}, {day}", "出处：{source}，{day}")
}

/// `12 of 15 client families trust it`.
pub fn trusted_by(lang: Lang, trusting: usize, all: usize) -> String {
    say!(
        lang,
        "{trusting} of {all} kinds of clients trust it",
        "{all} 类客户端中有 {trusting} 类信任它"
    )
}

/// Clients of one standing, counted.
pub fn clients_of(lang: Lang, count: usize, how: Standing) -> String {
    let count = whole(count as u64);
    match how {
        Standing::Formerly => say!(lang, "Older versions only: {count}", "仅旧版本：{count}"),
        Standing::NotTrusted => say!(lang, "Not trusted: {count}", "不信任：{count}"),
        Standing::Trusted => say!(lang, "Trusted: {count}", "信任：{count}"),
        Standing::Unknown => say!(lang, "Not known: {count}", "未知：{count}"),
    }
}

/// The second verifier agrees.
pub fn agrees(lang: Lang, peer: &str, is_valid: bool) -> String {
    match is_valid {
        true => say!(lang, "{peer} accepts it too", "{peer} 也接受"),
        false => say!(lang, "{peer} refuses it too", "{peer} 也拒绝"),
    }
}

/// The second verifier judges otherwise.
pub fn disagrees(lang: Lang, peer: &str, is_valid: bool) -> String {
    match is_valid {
        true => say!(lang, "{peer} accepts it", "{peer} 接受"),
        false => say!(lang, "{peer} refuses it", "{peer} 拒绝"),
    }
}

/// A use, as a choice.
pub fn usage_choice(lang: Lang, usage: Usage) -> &'static str {
    match usage {
        Usage::Any => any_use(lang),
        Usage::Client => client_use(lang),
        Usage::Server => web_server(lang),
    }
}

/// Rules, as a choice.
pub fn profile_choice(lang: Lang, profile: Profile) -> &'static str {
    match profile {
        Profile::Practice => lang.pick("As clients do", "与客户端相同"),
        Profile::Rfc5280 => "RFC 5280",
        Profile::WebPki => lang.pick("Rules of the web", "Web PKI 规则"),
    }
}

/// A path by its number: `Path 1, holds`.
pub fn path_number(lang: Lang, number: usize) -> String {
    say!(lang, "Path {number}", "路径 {number}")
}
