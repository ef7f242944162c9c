//! Words of the convert panel: steps, labels, states, what stands beside a control.

use crate::core::convert::{Format, Target};
use crate::text::Lang;
use crate::text::number::{counted, whole};

phrases! {
    add_key: "Add the private key…", "添加私钥…";
    all_trusted: "As a list of trusted certificates, without keys", "作为受信任证书列表，不含私钥";
    also_readable_by: "Also readable by", "还允许读取";
    also_readable_hint: "account or group, such as www-data", "账户或组，例如 www-data";
    also_readable_why: "for the account the server runs under; it may read, not change", "填写运行服务器的账户；只能读取，不能修改";
    any: "any", "任意";
    back: "Back", "上一步";
    can_be_read_by: "Who will be able to read the files", "谁能读取这些文件";
    chain_complete: "chain complete", "证书链完整";
    change_protection: "Change protection", "更改保护方式";
    choose_one: "Choose at least one certificate", "请至少选择一个证书";
    cipher: "Encryption", "加密";
    chain: "Chain", "证书链";
    convert: "Convert", "转换";
    convert_another: "Convert for another place", "为其他位置转换";
    convert_sub: "Turn a certificate and its key into what the server reads", "把证书和私钥转换成服务器能读取的文件";
    copy_password: "Copy the password", "复制密码";
    copy_snippet: "Copy", "复制";
    drop_hint: "A zip, a folder, or any files. Nothing is uploaded, nothing is written before you have seen it.", "zip、文件夹或任意文件。不会上传；写入之前您会先看到结果。";
    drop_title: "Drop the certificate and its key", "拖入证书和私钥";
    encrypt_key: "Encrypt the key", "加密私钥";
    encrypt_key_why: "the server then asks for the password at every start", "服务器每次启动都会要求输入密码";
    expires: "Expires", "到期";
    files: "Files", "文件";
    for_whom: "Read by", "读取方";
    form: "Format", "格式";
    generate: "Generate", "生成";
    inside: "Inside", "内容";
    inside_source: "How the source is protected", "源文件的保护方式";
    integrity: "Integrity", "完整性";
    key: "Key", "私钥";
    key_found: "Private key", "私钥";
    key_password: "Key password", "私钥密码";
    key_password_apart: "Another password for the key", "私钥使用另一个密码";
    key_password_why: "JKS alone keeps the two apart; most servers expect the same", "只有 JKS 能分开；多数服务器要求两者相同";
    layout: "Files for", "文件用于";
    listed_as: "Listed as", "显示名称";
    loose_keys: "Keys that fit no certificate here", "与此处证书都不匹配的私钥";
    made_for: "Where will it be installed?", "安装到哪里？";
    making: "Making the result", "正在生成结果";
    next_on_server: "Next, on the server", "接下来，在服务器上";
    next_preview: "Next: preview result", "下一步：预览结果";
    next_target: "Next: target", "下一步：目标";
    no_key_here: "The private key is not among these files", "这些文件里没有私钥";
    no_key_why: "A PFX or keystore needs it. Without it, certificates can still become PEM, DER or P7B.", "PFX 和密钥库需要私钥。没有私钥时，证书仍可转换为 PEM、DER 或 P7B。";
    not_made_yet: "The result is made anew", "需要重新生成结果";
    not_made_why: "Something was changed after it was made.", "生成之后又有更改。";
    old_tls: "Also allow TLS 1.0 and 1.1", "同时允许 TLS 1.0 和 1.1";
    old_tls_why: "only for clients that know nothing newer", "仅用于不支持新版本的客户端";
    on_command_line: "The same on the command line", "对应的命令行";
    owner: "you", "您";
    owner_windows: "you, Administrators, SYSTEM", "您、Administrators、SYSTEM";
    only_owner: "only you", "只有您";
    only_owner_windows: "only you, Administrators and SYSTEM", "只有您、Administrators 和 SYSTEM";
    password: "Password", "密码";
    password_file: "Write keystorePass.txt next to it", "在旁边写入 keystorePass.txt";
    password_file_why: "as Tomcat’s and many CAs’ downloads do; it is as secret as the key", "与 Tomcat 及许多 CA 的下载一致；它和私钥一样需要保密";
    password_missing: "Generate a password, or type one", "请生成或输入密码";
    key_password_missing: "Generate a password for the key, or type one", "请生成或输入私钥密码";
    password_of_result: "password of the result", "结果文件的密码";
    protection: "Protection", "保护方式";
    provider: "Windows provider", "Windows 提供程序";
    provider_drop: "leave out, Windows takes its own", "不写入，使用 Windows 默认值";
    provider_keep: "as in the source", "与源文件相同";
    ready_to_paste: "Ready to paste", "可直接粘贴";
    result_ready: "Ready to be written", "可以写入";
    rounds: "Rounds", "轮数";
    safe_everywhere: "safe for XML and shells", "可用于 XML 和 shell";
    safe_in_xml: "safe for XML", "可用于 XML";
    save_as: "Save…", "保存…";
    save_folder: "Save into a folder…", "保存到文件夹…";
    save_folder_hint: "No file dialog is available on this system. Type the path of the folder for these files.", "此系统没有可用的文件对话框。请输入存放这些文件的文件夹路径。";
    save_folder_title: "Save into a folder", "保存到文件夹";
    save_title: "Save the result", "保存结果";
    paths_follow: "The paths are filled in once the files are written.", "写入文件后会填入实际路径。";
    private_from_start: "they are never open to anybody else, not even while being written", "其他人任何时候都读不到，写入过程中也一样";
    secret: "secret", "机密";
    secret_files: "Secret files", "机密文件";
    undo_hint: "Undo removes the new files and brings back what was there before.", "撤销会删除新文件，并恢复原有的文件。";
    public: "public", "公开";
    several_fit: "A Java keystore holds several; other forms take one.", "Java 密钥库可以容纳多个；其他格式只能有一个。";
    somewhere_else: "Something else", "其他";
    somewhere_else_sub: "choose format and protection yourself", "自行选择格式和保护方式";
    sub_java: "Tomcat, Spring Boot", "Tomcat、Spring Boot";
    sub_web: "OpenSSL 1.x and 3", "OpenSSL 1.x 和 3";
    source: "Source", "来源";
    still_locked: "Still locked", "尚未解锁";
    step_result: "Result", "结果";
    step_target: "Target", "目标";
    stopped_why: "Nothing was made and nothing was written.", "没有生成，也没有写入任何内容。";
    taken_back: "Taken back", "已撤销";
    taken_back_why: "The new files are gone, and what was there before is back.", "新文件已删除，原有的文件已恢复。";
    undo_writing: "Undo", "撤销";
    what_goes_in: "Which certificate?", "选择证书";
    who_can_read: "Who can read it", "谁能读取";
    with_chain: "Intermediates go in", "包含中间证书";
    with_root: "The root goes in too", "同时包含根证书";
    write_der: "Binary (DER) instead of text (PEM)", "二进制 (DER)，而不是文本 (PEM)";
    writing: "Writing", "正在写入";
    written: "Written", "已写入";
    you_will_get: "You will get", "将得到";
    keep_copy: "Keep a copy and write", "保留副本并写入";
    keep_copy_title: "The file is there already", "文件已存在";
    reads_java: "Java 8 and newer", "Java 8 及更新版本";
    reads_openssl: "OpenSSL 1.x and 3", "OpenSSL 1.x 和 3";
    reads_fips: "Systems in FIPS mode", "FIPS 模式的系统";
    maybe_fips: "FIPS mode may refuse it", "FIPS 模式可能拒绝";
    fips_refuses: "FIPS mode refuses it", "FIPS 模式会拒绝";
}

/// What to do with the files on the machine they are for, where no configuration says it.
pub fn next_there(lang: Lang, target: Target, format: Format) -> Option<&'static str> {
    Some(match (target, format) {
        (Target::Ccs, Format::Pfx) => lang.pick(
            "Copy the files into the shared folder of the central certificate store. In IIS Manager, under Centralized Certificates, enter the password once; bindings then find their file by host name.",
            "把文件复制到集中式证书存储的共享文件夹。在 IIS 管理器的“集中式证书”中输入一次密码；之后绑定会按主机名找到各自的文件。",
        ),
        (Target::MacOs, Format::Pfx) => lang.pick(
            "Double-click the file on the Mac, choose the login or the system keychain, and enter the password.",
            "在 Mac 上双击文件，选择登录或系统钥匙串，然后输入密码。",
        ),
        (_, Format::P7b | Format::Der) => lang.pick(
            "The private key stays where the CSR was made; install the certificate there.",
            "私钥仍在生成 CSR 的地方；在那里安装证书。",
        ),
        _ => return None,
    })
}

/// `3 files`.
pub fn file_count(lang: Lang, count: usize) -> String {
    counted(lang, count, ("file", "files"), "个文件")
}

/// What the source is: `shop.example.com • certificate, key and 1 intermediate from Nginx`.
pub fn source_line(
    lang: Lang,
    name: &str,
    has_key: bool,
    issuers: usize,
    from: Option<&str>,
) -> String {
    let issuers = (issuers > 0).then(|| {
        counted(
            lang,
            issuers,
            ("intermediate", "intermediates"),
            "个中间证书",
        )
    });
    let key = has_key.then(|| lang.pick("key", "私钥").to_owned());
    let mut parts = vec![lang.pick("certificate", "证书").to_owned()];
    parts.extend(key);
    parts.extend(issuers);
    let parts = crate::text::number::enumerated(lang, &parts);
    match from {
        Some(from) => say!(
            lang,
            "{name} • {parts} from {from}",
            "{name} • {parts}，来自 {from}"
        ),
        None => format!("{name} • {parts}"),
    }
}

/// `2 of 3 certificates have their key here`.
pub fn several_sources(lang: Lang, with_key: usize, all: usize) -> String {
    let (some, every) = (whole(with_key as u64), whole(all as u64));
    say!(
        lang,
        "{some} of {every} certificates have their key here",
        "{every} 个证书中有 {some} 个的私钥在这里"
    )
}

/// A step for a screen reader: `Step 2 of 3, Target`.
pub fn step(lang: Lang, number: usize, count: usize, name: &str) -> String {
    say!(
        lang,
        "Step {number} of {count}, {name}",
        "第 {number} 步，共 {count} 步：{name}"
    )
}

/// The chain ends early.
pub fn chain_missing(lang: Lang, issuer: &str) -> String {
    say!(lang, "“{issuer}” is missing", "缺少“{issuer}”")
}

/// Who besides the owner will be able to read the files.
pub fn also(lang: Lang, others: &str, account: &str) -> String {
    say!(lang, "{others} and {account}", "{others}和 {account}")
}

/// Where the old file went.
pub fn copy_kept(lang: Lang, path: &str) -> String {
    say!(
        lang,
        "what was there before is kept as {path}",
        "原有的文件保留为 {path}"
    )
}

/// Asks before a file in the way is set aside.
pub fn keep_copy_question(lang: Lang, path: &str, copy: &str) -> String {
    say!(
        lang,
        "{path} exists already. It stays beside the new one as {copy}.",
        "{path} 已存在。它会以 {copy} 的名字保留在新文件旁边。"
    )
}

/// Who can read a written file.
pub fn readable_by(lang: Lang, who: &str) -> String {
    say!(lang, "readable by {who}", "可读取：{who}")
}

/// The sentence above written files.
pub fn written_files(lang: Lang, count: usize) -> String {
    let files = counted(lang, count, ("file was", "files were"), "个文件");
    say!(lang, "{files} written", "已写入 {files}")
}

/// The usual number of rounds, in the field that is left empty.
pub fn usual_rounds(lang: Lang, rounds: u64) -> String {
    let rounds = thousands(rounds);
    say!(lang, "{rounds}, the usual", "{rounds}（默认）")
}

fn thousands(number: u64) -> String {
    match number {
        1_000..10_000 => format!("{},{:03}", number / 1_000, number % 1_000),
        _ => whole(number),
    }
}
