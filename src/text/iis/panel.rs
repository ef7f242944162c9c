//! Words of the panel and the report on IIS.

use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::{counted, whole};

phrases! {
    add_listing: "Add listings…", "添加列表…";
    all: "All", "全部";
    answers_here: "answers here", "由它应答";
    applied_where: "Where it was written", "写入位置";
    apply: "Apply…", "应用…";
    apply_title: "Apply the plan", "应用变更计划";
    applying: "Writing the configuration", "正在写入配置";
    before: "Now", "现在";
    binding: "Binding", "绑定";
    by_hand: "By hand", "手动更改";
    cancelled: "The scan was stopped", "检查已停止";
    cancelled_note: "What was read before stays below.", "之前读取的内容保留在下面。";
    certificate: "Certificate", "证书";
    check_conflict: "No conflict with another binding", "与其他绑定没有冲突";
    check_names: "Certificates cover the host names", "证书包含这些主机名";
    check_unchanged: "File unchanged since the scan", "文件自检查以来没有改变";
    checks: "Checks", "检查项";
    choose_certificate: "Choose certificate…", "选择证书…";
    clear_selection: "Clear the selection", "取消选择";
    collect: "Save collecting script…", "保存收集脚本…";
    columns_served: "Will be served", "将会提供";
    computed: "computed", "推算";
    computed_why: "Computed from the entries of http.sys; the running server was not asked", "根据 http.sys 条目推算；没有询问运行中的服务器";
    copy_command: "Copy command", "复制命令";
    copy_kept: "A time-stamped copy is kept. Undo works after a restart too.", "会保留带时间戳的副本。重启后也可以撤销。";
    details: "Details", "详细信息";
    empty: "No bindings to look at yet", "还没有可以查看的绑定";
    empty_elsewhere: "For another server, save the collecting script here, run it there in PowerShell as administrator, and open the folder that it makes. Without the script, copy applicationHost.config from %windir%\\System32\\inetsrv\\config and add the output of netsh http show sslcert.", "要检查别的服务器，在这里保存收集脚本，在那台服务器的 PowerShell 中以管理员身份运行，再打开它生成的文件夹。不用脚本时，从 %windir%\\System32\\inetsrv\\config 复制 applicationHost.config，并添加 netsh http show sslcert 的输出。";
    empty_hint: "Scan the IIS of this computer, or open applicationHost.config", "检查这台计算机的 IIS，或打开 applicationHost.config";
    failed: "The configuration was not read", "没有读取配置";
    failed_apply: "Nothing was changed", "没有任何改动";
    filter: "Filter", "筛选";
    filter_hint: "Filter by site, host or certificate", "按网站、主机名或证书筛选";
    flags: "Flags", "标志";
    history: "History and undo", "历史和撤销";
    history_empty: "Nothing was changed from here yet", "还没有在这里做过更改";
    host: "Host name", "主机名";
    host_field: "New host name", "新主机名";
    http_only: "HTTP only", "仅 HTTP";
    http_sys: "Entries of http.sys", "http.sys 条目";
    http_sys_commands: "Commands for http.sys", "http.sys 命令";
    import_pfx: "Import PFX…", "导入 PFX…";
    in_force: "in force", "生效中";
    leave_out: "Leave out", "不采用";
    no_certificate: "no certificate", "无证书";
    no_match: "No binding matches the filter", "没有符合筛选条件的绑定";
    not_planned: "Not in the plan", "未列入计划";
    nothing_answers: "nothing answers", "没有条目应答";
    nothing_planned: "Nothing is planned. Select bindings that can be repaired.", "还没有变更计划。选择可以修复的绑定。";
    nothing_wrong: "Nothing is wrong with this binding", "这个绑定没有问题";
    nothing_written: "nothing written yet", "尚未写入任何内容";
    only_problems: "Only problems", "仅显示有问题的";
    open_configuration: "Open configuration…", "打开配置…";
    overtaken: "overtaken by another change", "已被其他改动覆盖";
    plan: "Plan", "变更计划";
    port: "Port", "端口";
    problems_first: "Problems first", "有问题的在前";
    recommended: "recommended", "推荐";
    repair: "Repair", "修复";
    repair_all: "Plan all repairs", "为所有可修复的问题制定计划";
    save_copy: "Save a copy…", "另存副本…";
    save_script: "Save as script", "保存为脚本";
    scan_again: "Scan again", "重新检查";
    scan_here: "Scan this computer", "检查这台计算机";
    served_unknown: "not known: http.sys was not read", "未知：没有读取 http.sys";
    served_without_sni: "To clients without SNI", "对不支持 SNI 的客户端";
    show_change: "Show the change", "查看更改";
    site: "Site", "网站";
    site_stopped: "site stopped", "网站已停止";
    sorted: "Order", "排序";
    store: "Certificate stores", "证书存储";
    stores_unknown: "not known: the certificate stores were not read", "未知：没有读取证书存储";
    sub: "What each binding says, and which certificate will be served for it", "每个绑定的内容，以及将会为它提供的证书";
    title: "IIS", "IIS";
    undo: "Undo", "撤销";
    undo_done: "The configuration is as it was before, byte for byte", "配置已逐字节恢复到之前的状态";
    undo_entries_stay: "Entries of http.sys are not removed by it.", "不会删除 http.sys 的条目。";
    undone: "undone", "已撤销";
    will_be: "After", "更改后";
    working: "Reading the configuration of IIS", "正在读取 IIS 的配置";
}

fn bindings(lang: Lang, count: usize) -> String {
    counted(lang, count, ("binding", "bindings"), "个绑定")
}

/// The verdict: `2 of 18 bindings need attention`.
pub fn verdict(lang: Lang, troubled: usize, all: usize) -> String {
    let every = bindings(lang, all);
    match (troubled, all) {
        (_, 0) => lang
            .pick("The configuration has no bindings", "配置中没有绑定")
            .to_owned(),
        (0, 1) => lang
            .pick("The binding is in order", "这个绑定没有问题")
            .to_owned(),
        (0, _) => say!(lang, "All {every} are in order", "{every}都没有问题"),
        (1, _) => say!(
            lang,
            "1 of {every} needs attention",
            "{every}中有 1 个需要处理"
        ),
        _ => {
            let troubled = whole(troubled as u64);
            say!(
                lang,
                "{troubled} of {every} need attention",
                "{every}中有 {troubled} 个需要处理"
            )
        }
    }
}

/// `18 bindings of 7 sites`.
pub fn extent(lang: Lang, binding_count: usize, site_count: usize) -> String {
    let sites = counted(lang, site_count, ("site", "sites"), "个网站");
    let bindings = bindings(lang, binding_count);
    say!(lang, "{bindings} of {sites}", "{sites}，{bindings}")
}

/// `2 can be repaired here`.
pub fn repairable(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(
        lang,
        "{count} can be repaired here",
        "可以在这里修复 {count} 个"
    )
}

/// `2 selected`.
pub fn selected(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "{count} selected", "已选择 {count} 个")
}

/// `12 of 18 shown`, under a filter.
pub fn shown(lang: Lang, count: usize, all: usize) -> String {
    let (count, all) = (whole(count as u64), whole(all as u64));
    say!(
        lang,
        "{count} of {all} shown",
        "显示 {all} 个中的 {count} 个"
    )
}

/// What is left of a certificate: `12 days left`, `expired 3 days ago`.
pub fn days_left(lang: Lang, days: i64) -> String {
    crate::text::time::left(lang, days)
}

/// `and 2 more`.
pub fn more(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "and {count} more", "另有 {count} 个")
}

/// `line 12`.
pub fn line(lang: Lang, number: u32) -> String {
    say!(lang, "line {number}", "第 {number} 行")
}

/// The extent of a plan: `2 changes in the file, 1 entry of http.sys`.
pub fn plan_extent(lang: Lang, changes: usize, entries: usize) -> String {
    let changes = counted(lang, changes, ("change", "changes"), "处更改");
    let rest = counted(lang, entries, ("entry", "entries"), "个条目");
    match entries {
        0 => say!(lang, "{changes} in the file", "文件中有 {changes}"),
        _ => say!(
            lang,
            "{changes} in the file, {rest} of http.sys",
            "文件中有 {changes}，http.sys 中有 {rest}"
        ),
    }
}

/// `2 of 3 steps can be done`.
pub fn refused(lang: Lang, count: usize) -> String {
    counted(
        lang,
        count,
        ("step is not possible", "steps are not possible"),
        "个步骤无法执行",
    )
}

/// The question before a plan is carried out.
pub fn apply_question(lang: Lang, path: &str, changes: usize) -> String {
    let path = short(path);
    let changes = counted(lang, changes, ("change", "changes"), "处更改");
    say!(
        lang,
        "{changes} will be written to “{path}”. Windows asks for the rights of an administrator. IIS takes the new file up at once.",
        "将把 {changes}写入“{path}”。Windows 会要求管理员权限。IIS 会立即采用新文件。"
    )
}

/// `2 bindings changed, the old file is kept as …`.
pub fn done(lang: Lang, changed: usize, copy: &str) -> String {
    let (changed, copy) = (bindings(lang, changed), short(copy));
    say!(
        lang,
        "{changed} changed, the old file is kept as “{copy}”",
        "已更改 {changed}，原文件保存为“{copy}”"
    )
}

/// Where the edited configuration was saved, for a server elsewhere.
pub fn saved_copy(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(
        lang,
        "The edited configuration is in “{path}”",
        "改好的配置在“{path}”"
    )
}

/// Where the script was saved, and what to do with it.
pub fn saved_script(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(
        lang,
        "The script is in “{path}”. Run it on the server in PowerShell as administrator; with -Undo it goes back.",
        "脚本在“{path}”。在服务器的 PowerShell 中以管理员身份运行；用 -Undo 可以恢复。"
    )
}

/// Entries that have to be added by hand.
pub fn entries_to_add(lang: Lang, count: usize) -> String {
    let entries = counted(lang, count, ("entry", "entries"), "个条目");
    say!(
        lang,
        "http.sys needs {entries} more. Run the commands as administrator, before the file is changed.",
        "http.sys 还需要 {entries}。在更改文件之前，以管理员身份运行这些命令。"
    )
}

/// The answer to undoing: which plan was taken back.
pub fn undo_question(lang: Lang, when: &str) -> String {
    let when = short(when);
    say!(
        lang,
        "Put the file back as it was before the change of {when}?",
        "把文件恢复到 {when} 更改之前的状态？"
    )
}
