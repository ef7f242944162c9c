//! Words of the window around the story: navigation, states, dialogs, notices, settings.

use super::Lang;
use super::number::{counted, whole};

phrases! {
    all_formats: "All formats", "全部格式";
    add_files: "Add files…", "添加文件…";
    add_files_hint: "to what is open", "加入已打开的内容";
    belongs_to: "Belongs to", "相关文件";
    certificate_details: "Certificate details", "证书详情";
    certificates: "Certificates", "证书";
    extensions: "Extensions", "扩展";
    fields_tab: "All fields", "全部字段";
    finding_id: "Finding", "检查编号";
    fit_for: "Fit for", "适用于";
    in_this_bundle: "In this bundle", "包内文件";
    issued_by: "Issued by", "颁发者";
    chain: "Chain", "证书链";
    key: "Key", "密钥";
    names: "Names", "域名";
    next_steps: "Next steps", "下一步";
    not_allowed: "not allowed", "不允许";
    private_key: "Key", "私钥";
    problems: "Problems", "问题";
    raw_tab: "Raw (ASN.1)", "原始数据 (ASN.1)";
    raw_words: "Raw words", "原始信息";
    report_parts: "as text", "文本格式";
    rule: "Rule", "依据";
    save_der: "Save as DER…", "保存为 DER…";
    save_pem: "Save as PEM…", "保存为 PEM…";
    serial: "Serial", "序列号";
    summary_tab: "Summary", "摘要";
    use_client: "Client sign-in", "客户端登录";
    use_code: "Code signing", "代码签名";
    use_issuer: "Issuing certificates", "签发证书";
    use_mail: "Mail server (TLS)", "邮件服务器 (TLS)";
    use_web: "Web server (HTTPS)", "网站服务器 (HTTPS)";
    valid: "Valid", "有效期";
    yes: "yes", "可以";
    app_name: "Certwright", "Certwright";
    bundle: "Bundle", "证书包";
    bundle_sub: "See what is in a download, whether it is complete, and what to do next", "查看下载内容是否完整，以及下一步该做什么";
    cancel: "Cancel", "取消";
    cancelled_kept: "What was open before stays open", "之前打开的内容保持不变";
    cancelled_nothing: "Nothing was changed", "没有任何改动";
    certificate: "Certificate", "证书";
    certificate_empty: "No certificate to show yet", "还没有可显示的证书";
    certificate_empty_hint: "Open a bundle, or drop a certificate anywhere", "打开证书包，或把证书拖到任意位置";
    choose: "Choose…", "选择…";
    choose_another: "Choose another…", "选择其他…";
    clear: "Clear", "清除";
    clear_list: "Clear list", "清空列表";
    clipboard: "Clipboard", "剪贴板";
    close: "Close", "关闭";
    copied: "Copied", "已复制";
    copy_pem: "Copy as PEM", "复制为 PEM";
    copy: "Copy", "复制";
    details: "Details", "详细信息";
    dismiss: "Dismiss", "关闭通知";
    drop_hint: "A zip, a folder, or any files. Nothing is uploaded and nothing is unpacked to disk.", "zip、文件夹或任意文件。不会上传，也不会解压到磁盘。";
    drop_in_flight: "Drop to open", "松开即可打开";
    drop_in_flight_add: "Drop to add to what is open", "松开即可加入已打开的内容";
    drop_title: "Drop what the CA sent you", "拖入 CA 发来的文件";
    filter: "Filter", "筛选";
    filter_hint: "Name, issuer or file", "名称、颁发者或文件";
    first_time: "First time here?", "第一次使用？";
    go_on: "Show anyway", "仍然显示";
    hide_password: "Hide password", "隐藏密码";
    inspect_group: "Inspect", "查看";
    language: "Language", "语言";
    language_chinese: "简体中文", "简体中文";
    language_english: "English", "English";
    language_system: "As the system", "跟随系统";
    learn_group: "Learn", "了解";
    make_group: "Make", "制作";
    operate_group: "Operate", "运维";
    navigation: "Navigation", "导航";
    network_not_used: "Network not used", "未使用网络";
    nothing_loaded: "Nothing loaded", "未加载任何内容";
    nothing_to_paste: "The clipboard holds no text", "剪贴板里没有文本";
    nothing_unpacked: "nothing was unpacked to disk", "未向磁盘解压任何内容";
    open: "Open…", "打开…";
    open_action: "Open", "打开";
    open_files: "Open files…", "打开文件…";
    open_folder: "Open folder…", "打开文件夹…";
    open_path_hint: "No file dialog is available on this system. Type the path of a file or folder.", "此系统没有可用的文件对话框。请输入文件或文件夹的路径。";
    open_path_title: "Open by path", "按路径打开";
    password: "Password", "密码";
    password_empty: "Type the password first", "请先输入密码";
    password_refused: "This password opens none of them", "这个密码打不开其中任何一个";
    password_title: "Enter password", "输入密码";
    password_tried_everywhere: "It is tried on all of them and kept only until the window closes.", "将对所有这些文件尝试此密码，密码仅保留到窗口关闭。";
    paste_pem: "Paste PEM", "粘贴 PEM";
    path: "Path", "路径";
    path_empty: "Type the path first", "请先输入路径";
    pasted: "Pasted text", "粘贴的文本";
    recent: "Recent", "最近打开";
    recent_empty: "What you open appears here", "打开过的内容会显示在这里";
    replace: "Replace", "替换";
    replace_title: "Replace the file", "替换文件";
    restored: "Restored what was open before", "已恢复之前打开的内容";
    run_again: "Run again", "重新运行";
    sample_note: "sample, judged for 23 Nov 2026", "示例，按 2026-11-23 判断";
    save: "Save", "保存";
    save_path_hint: "No file dialog is available on this system. Type the path of the file to write.", "此系统没有可用的文件对话框。请输入要写入的文件路径。";
    save_path_title: "Save by path", "按路径保存";
    save_report: "Save report…", "保存报告…";
    search: "Search or run…", "搜索或执行…";
    settings: "Settings", "设置";
    settings_sub: "Looks and language of this window", "此窗口的外观与语言";
    show_oids: "Show OIDs", "显示 OID";
    show_password: "Show password", "显示密码";
    starting: "Opening", "正在打开";
    status: "Status", "状态";
    theme: "Theme", "主题";
    theme_dark: "Dark", "深色";
    theme_light: "Light", "浅色";
    theme_system: "As the system", "跟随系统";
    try_sample: "Try the sample bundle", "试用示例证书包";
    undo: "Undo", "撤销";
    unlock: "Unlock", "解锁";
    what_it_reads: "What it reads", "可读取的内容";
    reads_certificates: "Certificates and chains", "证书和证书链";
    reads_certificates_formats: "PEM, DER, P7B, CRL", "PEM、DER、P7B、CRL";
    reads_keys: "Keys and requests", "私钥和 CSR";
    reads_keys_formats: "PKCS#8, PKCS#1, CSR", "PKCS#8、PKCS#1、CSR";
    reads_keystores: "Keystores", "密钥库";
    reads_keystores_formats: "PFX, JKS", "PFX、JKS";
    palette_move: "move", "移动";
    palette_run: "run", "执行";
    palette_close: "close", "关闭";
    palette_in_bundle: "in this bundle", "在此证书包中";
    palette_nothing: "Nothing fits", "没有匹配项";
    no_window: "There is no display, so there is no window. The report follows as text; certwright-cli has more.", "没有显示器，无法打开窗口。以下是文本报告；certwright-cli 提供更多功能。";
}

/// `Stopped after 9 of 20`.
pub fn stopped(lang: Lang, what: &str, done: u64, total: u64) -> String {
    let (done_text, total_text) = (whole(done), whole(total));
    match total {
        0 => say!(lang, "Stopped while {what}", "已停止：{what}"),
        _ => say!(
            lang,
            "Stopped while {what}, after {done_text} of {total_text}",
            "已停止：{what}，完成了 {done_text}/{total_text}"
        ),
    }
}

/// `3 of 8`.
pub fn of_total(lang: Lang, done: u64, total: u64) -> String {
    let (done, total) = (whole(done), whole(total));
    say!(lang, "{done} of {total}", "{done}/{total}")
}

/// `8 results`.
pub fn results(lang: Lang, count: usize) -> String {
    counted(lang, count, ("result", "results"), "个结果")
}

/// Which things a password is asked for, and how long one try takes.
pub fn password_for(lang: Lang, files: &str, seconds: u64) -> String {
    match seconds {
        0 | 1 => say!(
            lang,
            "For {files}. A try takes about a second.",
            "用于 {files}。尝试一次约需 1 秒。"
        ),
        _ => {
            let time = super::time::duration(lang, seconds);
            say!(
                lang,
                "For {files}. A try takes about {time}.",
                "用于 {files}。尝试一次约需 {time}。"
            )
        }
    }
}

/// What a password opened.
pub fn unlocked(lang: Lang, opened: usize, left: usize) -> String {
    let opened = counted(lang, opened, ("container", "containers"), "个容器");
    let left_text = counted(lang, left, ("is", "are"), "个");
    match left {
        0 => say!(lang, "The password opened {opened}", "密码打开了 {opened}"),
        _ => say!(
            lang,
            "The password opened {opened}, {left_text} still locked",
            "密码打开了 {opened}，还有 {left_text} 未打开"
        ),
    }
}

/// A file was written.
pub fn saved(lang: Lang, path: &str) -> String {
    say!(lang, "Saved as {path}", "已保存为 {path}")
}

/// A file is there already.
pub fn replace_question(lang: Lang, path: &str) -> String {
    say!(
        lang,
        "{path} exists already. What is in it now will be gone.",
        "{path} 已存在。其中现有的内容将丢失。"
    )
}

/// The program does not know a flag.
pub fn unknown_flag(lang: Lang, flag: &str) -> String {
    say!(
        lang,
        "certwright does not know {flag}. See certwright --help.",
        "certwright 不认识 {flag}。参见 certwright --help。"
    )
}

/// The program has no such renderer.
pub fn unknown_renderer(lang: Lang, name: &str, known: &str) -> String {
    say!(
        lang,
        "There is no renderer “{name}” here. There is: {known}.",
        "这里没有渲染器“{name}”。可用：{known}。"
    )
}

/// The text of `certwright --help`.
pub fn help(lang: Lang, renderers: &str) -> String {
    say!(
        lang,
        "Certwright, a desktop assistant for TLS certificates\n\n\
         Usage: certwright [OPTIONS] [PATH]…\n\n\
         Opens a window and shows what is in the files and folders. The command line is certwright-cli.\n\n\
         Options:\n      --renderer NAME  draw with this renderer: {renderers}\n  \
         -h, --help           show this\n  -V, --version        show the version",
        "Certwright，TLS 证书桌面助手\n\n\
         用法：certwright [选项] [路径]…\n\n\
         打开窗口并显示文件和文件夹中的内容。命令行程序是 certwright-cli。\n\n\
         选项：\n      --renderer NAME  使用此渲染器：{renderers}\n  \
         -h, --help           显示本说明\n  -V, --version        显示版本"
    )
}

/// `shop.zip and 2 more`.
pub fn and_more(lang: Lang, name: &str, more: usize) -> String {
    let more = whole(more as u64);
    say!(lang, "{name} and {more} more", "{name} 等，另有 {more} 个")
}

/// Folded findings of one kind.
pub fn more_of_kind(lang: Lang, count: usize) -> String {
    let count = whole(count as u64);
    say!(lang, "{count} more of this kind", "还有 {count} 个同类项")
}

/// The name of a copy button.
pub fn copy_named(lang: Lang, label: &str) -> String {
    say!(lang, "Copy {label}", "复制{label}")
}

/// Heads of the table of certificates.
pub fn collection_columns(lang: Lang) -> [&'static str; 5] {
    lang.pick(
        ["Certificate", "Issued by", "Expires", "Left", "File"],
        ["证书", "颁发者", "到期", "剩余", "文件"],
    )
}

/// `7 files`.
pub fn files(lang: Lang, count: usize) -> String {
    counted(lang, count, ("file", "files"), "个文件")
}

/// `4 folders`.
pub fn folders(lang: Lang, count: usize) -> String {
    counted(lang, count, ("folder", "folders"), "个文件夹")
}

/// `3 other folders`.
pub fn other_folders(lang: Lang, count: usize) -> String {
    let number = whole(count as u64);
    match count {
        1 => lang.pick("1 other folder", "其他 1 个文件夹").to_owned(),
        _ => say!(lang, "{number} other folders", "其他 {number} 个文件夹"),
    }
}

/// `3 other files`.
pub fn other_files(lang: Lang, count: usize) -> String {
    let number = whole(count as u64);
    match count {
        1 => lang.pick("1 other file", "其他 1 个文件").to_owned(),
        _ => say!(lang, "{number} other files", "其他 {number} 个文件"),
    }
}

/// `for 2 locked files`.
pub fn for_files(lang: Lang, count: usize) -> String {
    let files = counted(lang, count, ("locked file", "locked files"), "个上锁的文件");
    say!(lang, "for {files}", "用于 {files}")
}

/// What a chain file will hold.
pub fn chain_parts(lang: Lang, issuers: usize) -> String {
    let issuers = counted(lang, issuers, ("issuer", "issuers"), "个中间证书");
    say!(
        lang,
        "leaf first, {issuers}, PEM",
        "服务器证书在前，{issuers}，PEM"
    )
}

/// `certificate 1 of 2`.
pub fn certificate_of(lang: Lang, number: usize, count: usize) -> String {
    say!(
        lang,
        "certificate {number} of {count}",
        "第 {number} 个证书，共 {count} 个"
    )
}

/// How long a server certificate was issued for and how long it might be.
pub fn issued_for(lang: Lang, days: i64, limit: i64) -> String {
    if days <= limit {
        say!(
            lang,
            "Issued for {days} days, within the {limit}-day limit for public certificates",
            "签发期限 {days} 天，在公共证书 {limit} 天的上限之内"
        )
    } else {
        say!(
            lang,
            "Issued for {days} days; public certificates may live {limit} days",
            "签发期限 {days} 天；公共证书最长 {limit} 天"
        )
    }
}

/// How long a certificate was issued for.
pub fn issued_for_days(lang: Lang, days: i64) -> String {
    say!(lang, "Issued for {days} days", "签发期限 {days} 天")
}

/// The verdict on a sound server certificate.
pub fn fit_until(lang: Lang, date: &str) -> String {
    say!(
        lang,
        "Fit for a web server until {date}",
        "可用于网站服务器，有效期至 {date}"
    )
}

/// The verdict on a sound issuer.
pub fn issuer_until(lang: Lang, date: &str) -> String {
    say!(
        lang,
        "Issues other certificates, valid until {date}",
        "用于签发其他证书，有效期至 {date}"
    )
}

/// The verdict on any other sound certificate.
pub fn valid_until(lang: Lang, date: &str) -> String {
    say!(lang, "Valid until {date}", "有效期至 {date}")
}

/// A verdict in a word, for the recent list.
pub fn recent_verdict(lang: Lang, errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 0) => lang.pick("Complete", "完整").to_owned(),
        (0, _) => counted(lang, warnings, ("warning", "warnings"), "个警告"),
        _ => counted(lang, errors, ("problem", "problems"), "个问题"),
    }
}

/// Heads of the table of extensions.
pub fn extension_columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(
        ["Extension", "Critical", "What it says"],
        ["扩展", "关键", "内容"],
    )
}

/// `RSA 2048, certificate signed with RSA with SHA-256`.
pub fn key_and_signature(lang: Lang, key: &str, signature: &str) -> String {
    say!(
        lang,
        "{key}, certificate signed with {signature}",
        "{key}，证书签名算法 {signature}"
    )
}

/// `DER, 1,183 bytes`.
pub fn raw_title(lang: Lang, bytes: usize) -> String {
    let bytes = counted(lang, bytes, ("byte", "bytes"), "字节");
    say!(lang, "DER, {bytes}", "DER，{bytes}")
}
