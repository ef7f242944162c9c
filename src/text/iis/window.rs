//! Words of the IIS panel: headings, states, what the plan says of itself, acts and their history.

use crate::core::iis::history::{Damage, State};
use crate::core::iis::http_sys::answer::Rule;
use crate::core::iis::planned::Cover;
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, whole};

phrases! {
    acting: "Carrying the plan out", "正在执行变更计划";
    add_https: "Add https beside it, port 443", "在旁边添加 https，端口 443";
    apply: "Apply…", "应用…";
    apply_go: "Apply", "应用";
    apply_title: "Apply the plan", "应用变更计划";
    asking: "What is read: applicationHost.config; beside it a saved “netsh http show sslcert”, certificate listings, web.config.", "可读取：applicationHost.config，以及保存下来的“netsh http show sslcert”输出、证书列表、web.config。";
    binding: "Binding", "绑定";
    binding_tab: "Details", "详情";
    bindings_tab: "Bindings", "绑定";
    by_hand: "By hand", "手动更改";
    cancelled_act: "Nothing was changed", "没有任何改动";
    cancelled_act_why: "You stopped it before the file was written.", "在写入文件之前已停止。";
    certificate: "Certificate", "证书";
    changed_since: "The file was changed since the scan: scan again before applying", "检查之后文件又被更改：先重新检查再应用";
    change_binding: "Change…", "更改…";
    change_title: "Change the binding", "更改绑定";
    choose_hint: "Mark bindings in the table to see what would change, line by line.", "在表格中勾选绑定，即可逐行看到会改动什么。";
    choose_title: "No binding is marked", "没有勾选绑定";
    clear_marks: "Clear", "清除";
    close_details: "Close the details", "关闭详情";
    collect: "Copy the collecting script", "复制收集脚本";
    collect_title: "For a server elsewhere", "服务器在别处";
    collect_why: "Run the script there in PowerShell as administrator, then open the folder it makes here.", "在那里以管理员身份用 PowerShell 运行脚本，再在这里打开它生成的文件夹。";
    conflict_none: "No conflict with another binding", "与其他绑定不冲突";
    copy_command: "Copy command", "复制命令";
    copy_commands: "Copy the commands", "复制命令";
    cover_none: "No host name that a certificate has to cover", "没有需要证书覆盖的主机名";
    cover_one: "The certificate covers the host name", "证书覆盖该主机名";
    cover_both: "Certificates cover both host names", "证书覆盖这两个主机名";
    days_unknown: "its dates are not known", "有效期未知";
    as_administrator: "As administrator…", "以管理员身份执行…";
    denied_why: "Writing here takes the rights of an administrator, which this window never has. Save the script and run it as administrator, or save the edited copy and put it in place yourself.", "写入这里需要管理员权限，而本窗口从不拥有这种权限。保存脚本并以管理员身份运行，或保存改好的副本并自行替换。";
    drop_in_flight: "Drop to read the configuration", "松开以读取配置";
    edit_flags: "Flags", "标志";
    edit_host: "Host name", "主机名";
    edit_host_hint: "empty: answers for every name", "留空：对所有域名应答";
    edit_host_why: "IIS 7 greys this field out for https; the file itself takes a host name.", "IIS 7 的管理器会把 https 的这个字段置灰，但文件本身可以写主机名。";
    edit_remove: "Remove the binding", "删除绑定";
    edit_take: "Put into the plan", "加入变更计划";
    edit_nothing: "Nothing is changed yet", "尚未更改任何内容";
    empty: "No configuration of IIS yet", "还没有 IIS 配置";
    empty_hint: "Open applicationHost.config or a folder with it and its listings, or drop them here.", "打开 applicationHost.config 或包含它和各类列表的文件夹，也可以拖放到这里。";
    entry: "Entry", "条目";
    file_unknown: "The file cannot be read now, so a change since the scan would not be seen", "现在无法读取文件，因此看不出检查之后是否有改动";
    file_unchanged: "File unchanged since the scan", "检查之后文件没有改动";
    filter: "Filter", "筛选";
    filter_hint: "Filter by site, host or certificate", "按网站、主机或证书筛选";
    history: "History and undo", "历史和撤销";
    history_empty: "Nothing was done to this file from here.", "还没有在这里改动过这个文件。";
    history_foreign: "Another program changed the file since. Undoing would lose that change, so nothing can be undone from here.", "之后有其他程序更改了这个文件。撤销会丢失那些更改，因此不能在这里撤销。";
    history_reading: "Reading the history", "正在读取历史";
    iis: "IIS", "IIS";
    iis_sub: "Sites and bindings, what http.sys will serve for them, and edits of the one file", "网站和绑定、http.sys 将提供的证书，以及对这一个文件的修改";
    in_force: "in force", "生效中";
    keeps_bytes: "Everything else in the file keeps its bytes.", "文件中的其他内容逐字节不变。";
    kept_copy: "A time-stamped copy is kept. Undo works after a restart too.", "会保留带时间戳的副本。重启后也可以撤销。";
    listing: "Which bindings are shown", "显示哪些绑定";
    mark_all: "Mark all that are shown", "勾选所有显示的绑定";
    netsh_first: "http.sys needs these entries first. Run the commands as administrator, then apply:", "http.sys 需要先有这些条目。以管理员身份运行这些命令，然后再应用：";
    netsh_before: "http.sys needs its entries before the file is changed; applying shows the commands.", "更改文件之前 http.sys 需要先有这些条目；应用时会显示命令。";
    no_certificate: "no certificate", "无证书";
    no_configuration: "No configuration is open", "没有打开配置";
    no_findings: "Nothing is wrong with this binding as far as it is known.", "就已知情况，这个绑定没有问题。";
    no_match: "No binding fits the filter", "没有符合筛选条件的绑定";
    no_plan: "No plan yet: mark bindings first", "还没有变更计划：先勾选绑定";
    not_carried_out: "not in force", "未生效";
    not_windows: "Only Windows has an IIS", "只有 Windows 才有 IIS";
    not_written: "nothing written yet", "尚未写入";
    nothing_answers: "nothing answers, the connection is reset", "没有条目应答，连接会被重置";
    nothing_to_change: "Nothing would change", "不会有任何改动";
    nothing_to_undo: "No act is in force", "没有生效中的操作";
    older_kept: "What was read before stays below", "之前读取的内容保留在下面";
    only_http: "HTTP only", "仅 HTTP";
    open_files: "Open configuration…", "打开配置…";
    open_folder: "Open a folder of listings…", "打开列表文件夹…";
    open_hint: "applicationHost.config, or a folder with it and the listings", "applicationHost.config，或包含它和各类列表的文件夹";
    open_title: "Open configuration", "打开配置";
    overtaken: "overtaken by another change", "已被其他更改覆盖";
    plan: "Plan", "变更计划";
    planning: "Making the plan", "正在制定变更计划";
    problems_first: "Problems first", "问题优先";
    protocol: "Protocol", "协议";
    reading: "Reading the configuration", "正在读取配置";
    recommended: "recommended", "推荐";
    save_as: "Save as script", "保存为脚本";
    save_copy: "Save edited copy…", "保存改好的副本…";
    save_plan: "Save plan…", "保存变更计划…";
    save_script: "Save PowerShell script…", "保存 PowerShell 脚本…";
    scan_again: "Scan again", "重新检查";
    scan_computer: "Scan this computer", "检查这台计算机";
    served: "Will be served", "将提供";
    site: "Site", "网站";
    site_stopped: "site stopped", "网站已停止";
    sni_off: "without SNI", "不带 SNI";
    sni_on: "with SNI", "带 SNI";
    sni_box: "Choose the certificate by host name (SNI)", "按主机名选择证书（SNI）";
    undo: "Undo", "撤销";
    undone_before: "undone", "已撤销";
    unreadable_record: "This record cannot be read", "无法读取这条记录";
    where_copy: "The present file is kept as a time-stamped copy in:", "现有文件会以带时间戳的副本保存在：";
}

/// `2 bindings, 2 places of the file and 1 http.sys entry.`
pub fn plan_sentence(lang: Lang, bindings: usize, places: usize, entries: usize) -> String {
    let bindings = counted(lang, bindings, ("binding", "bindings"), "个绑定");
    let places = counted(lang, places, ("place", "places"), "处");
    let entries_words = counted(
        lang,
        entries,
        ("http.sys entry", "http.sys entries"),
        "个 http.sys 条目",
    );
    match entries {
        0 => say!(
            lang,
            "{bindings}, {places} of the file.",
            "{bindings}，文件中 {places}。"
        ),
        _ => say!(
            lang,
            "{bindings}, {places} of the file and {entries_words}.",
            "{bindings}，文件中 {places}，{entries_words}。"
        ),
    }
}

/// Marked bindings that nothing here repairs.
pub fn without_answer(lang: Lang, count: usize) -> String {
    match count {
        1 => lang
            .pick(
                "For 1 marked binding there is nothing to repair here; open it to see why.",
                "1 个已勾选的绑定在这里没有可修复的内容；打开它查看原因。",
            )
            .to_owned(),
        _ => {
            let count = whole(count as u64);
            say!(
                lang,
                "For {count} marked bindings there is nothing to repair here; open one to see why.",
                "{count} 个已勾选的绑定在这里没有可修复的内容；打开其中一个查看原因。"
            )
        }
    }
}

/// Why a marked binding is left out.
pub fn refused(lang: Lang, heading: &str) -> String {
    say!(lang, "Not planned: {heading}", "未列入变更计划：{heading}")
}

/// Steps that are not shown one by one.
pub fn more_steps(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(
        lang,
        "and {count} more changes; the saved plan holds them all",
        "另有 {count} 处改动；保存的变更计划包含全部内容"
    )
}

/// `applicationHost.config, line 214`
pub fn at_line(lang: Lang, file: &str, line: u32) -> String {
    say!(lang, "{file}, line {line}", "{file}，第 {line} 行")
}

/// How many of the troubled bindings can be repaired here.
pub fn repairable(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(
        lang,
        "{count} can be repaired here.",
        "其中 {count} 个可以在这里修复。"
    )
}

/// Marks what can be repaired.
pub fn mark_repairable(lang: Lang, count: usize) -> String {
    match count {
        1 => lang
            .pick("Mark the one that can be repaired", "勾选可以修复的那一个")
            .to_owned(),
        _ => {
            let count = whole(count as u64);
            say!(
                lang,
                "Mark the {count} that can be repaired",
                "勾选可以修复的 {count} 个"
            )
        }
    }
}

/// All bindings.
pub fn all(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "All {count}", "全部 {count}")
}

/// Those with problems.
pub fn only(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "Only {count}", "仅 {count}")
}

/// `2 selected`
pub fn marked(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "{count} selected", "已选 {count} 个")
}

/// Tab of the plan with the number of its changes.
pub fn plan_tab(lang: Lang, count: usize) -> String {
    match count {
        0 => plan(lang).to_owned(),
        _ => format!("{} {}", plan(lang), whole(count as u64)),
    }
}

/// What is loaded, for the status bar.
pub fn counts(lang: Lang, bindings: usize, sites: usize, certificates: Option<usize>) -> String {
    let bindings = counted(lang, bindings, ("binding", "bindings"), "个绑定");
    let sites = counted(lang, sites, ("site", "sites"), "个网站");
    match certificates {
        Some(count) => {
            let count = counted(lang, count, ("certificate", "certificates"), "个证书");
            say!(
                lang,
                "{bindings}, {sites}, {count}",
                "{bindings}，{sites}，{count}"
            )
        }
        None => say!(lang, "{bindings}, {sites}", "{bindings}，{sites}"),
    }
}

/// Whether certificates cover the hosts, when they all do.
pub fn covered(lang: Lang, cover: Cover) -> String {
    match cover.covered {
        0 => cover_none(lang).to_owned(),
        1 => cover_one(lang).to_owned(),
        2 => cover_both(lang).to_owned(),
        count => {
            let count = whole(count as u64);
            say!(
                lang,
                "Certificates cover all {count} host names",
                "证书覆盖全部 {count} 个主机名"
            )
        }
    }
}

/// Hosts that the certificate served does not cover.
pub fn not_covered(lang: Lang, count: usize) -> String {
    let count = counted(lang, count, ("host name", "host names"), "个主机名");
    say!(
        lang,
        "{count} not covered by the certificate that will be served",
        "将提供的证书没有覆盖 {count}"
    )
}

/// Hosts whose certificate is not known.
pub fn cover_unknown(lang: Lang, count: usize) -> String {
    let count = counted(lang, count, ("host name", "host names"), "个主机名");
    say!(
        lang,
        "Not known which certificate {count} will get",
        "不知道 {count}会得到哪个证书"
    )
}

/// Changed bindings that would share their place with another one.
pub fn conflicts(lang: Lang, count: usize) -> String {
    let count = counted(lang, count, ("conflict", "conflicts"), "处冲突");
    say!(
        lang,
        "{count} with another binding of the same address, port and host",
        "与地址、端口和主机相同的其他绑定有 {count}"
    )
}

/// What was carried out.
pub fn applied(lang: Lang, bindings: usize) -> String {
    match bindings {
        1 => lang.pick("1 binding changed", "已更改 1 个绑定").to_owned(),
        _ => {
            let bindings = whole(bindings as u64);
            say!(
                lang,
                "{bindings} bindings changed",
                "已更改 {bindings} 个绑定"
            )
        }
    }
}

/// Where the old file is.
pub fn old_file(lang: Lang, copy: &str) -> String {
    let copy = short(copy);
    say!(
        lang,
        "The old file is {copy}. Undo works after a restart too.",
        "原文件是 {copy}。重启后也可以撤销。"
    )
}

/// What was taken back.
pub fn undone(lang: Lang, plan: &str) -> String {
    say!(
        lang,
        "The file is as it was before plan {plan}, byte for byte",
        "文件已逐字节恢复到变更计划 {plan} 之前"
    )
}

/// What the confirming dialog asks.
pub fn apply_question(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(lang, "This is written to {path}.", "将写入 {path}。")
}

/// The name of an act in the history.
pub fn act(lang: Lang, id: &str, when: &str) -> String {
    say!(lang, "Plan {id}, {when}", "变更计划 {id}，{when}")
}

/// What became of an act.
pub fn state(lang: Lang, state: State, is_undone: bool) -> &'static str {
    match state {
        State::InForce => in_force(lang),
        State::NotInForce if is_undone => undone_before(lang),
        State::NotInForce => not_carried_out(lang),
        State::Overtaken => overtaken(lang),
    }
}

/// What is wrong with a copy.
pub fn damage(lang: Lang, damage: &Damage) -> &'static str {
    match damage {
        Damage::Missing => lang.pick(
            "Its copy is not there any more, so it cannot be undone.",
            "它的副本已不存在，因此不能撤销。",
        ),
        Damage::Unreadable(_) => lang.pick(
            "Its copy cannot be read, so it cannot be undone.",
            "无法读取它的副本，因此不能撤销。",
        ),
        Damage::Wrong => lang.pick(
            "Its copy was changed, so it cannot be undone.",
            "它的副本被更改过，因此不能撤销。",
        ),
    }
}

/// Why an entry of http.sys answers.
pub fn rule(lang: Lang, rule: Rule) -> &'static str {
    match rule {
        Rule::ExactAddress => lang.pick(
            "an entry for exactly this address and port comes first",
            "与该地址和端口完全一致的条目优先",
        ),
        Rule::HostName => lang.pick(
            "the entry for this host name and port",
            "该主机名和端口的条目",
        ),
        Rule::WildcardHost => lang.pick(
            "the entry for all names one level below",
            "覆盖下一级所有域名的条目",
        ),
        Rule::ScopedCentralStore => lang.pick(
            "the central store answers for this host name",
            "由集中式证书存储为该主机名应答",
        ),
        Rule::CentralStore => lang.pick(
            "the central store answers on this port",
            "由集中式证书存储在该端口应答",
        ),
        Rule::AnyV6 => lang.pick(
            "the entry for every IPv6 address of this port",
            "该端口所有 IPv6 地址的条目",
        ),
        Rule::AnyV4 => lang.pick(
            "no closer entry, so the one for every address of this port",
            "没有更具体的条目，因此用该端口所有地址的条目",
        ),
    }
}

/// The mark of a binding for screen readers.
pub fn mark_named(lang: Lang, site: &str, binding: &str) -> String {
    say!(lang, "Mark {site} {binding}", "勾选 {site} {binding}")
}
