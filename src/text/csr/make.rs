//! Words of the last steps: protection of the key, the review, the making, what was made.

use crate::text::Lang;
use crate::text::number::counted;

phrases! {
    commands: "Commands", "命令";
    copy: "Copy", "复制";
    copy_csr: "Copy the CSR", "复制 CSR";
    copy_fingerprint: "Copy the fingerprint", "复制指纹";
    copy_path: "Copy the path", "复制路径";
    choose_folder: "Choose…", "选择…";
    csr_file: "CSR file", "CSR 文件";
    csr_text: "The CSR: this is what the CA gets", "CSR：提交给 CA 的内容";
    done: "Key and request are made", "私钥和 CSR 已生成";
    done_existing: "The request is made", "CSR 已生成";
    done_why: "Nothing was sent anywhere.", "没有发送到任何地方。";
    existing_not_written: "The existing key stays where it is; only the request is written.", "已有的私钥保持不动；只写入 CSR。";
    extensions: "Extensions", "扩展";
    extensions_none: "only the names", "仅域名";
    file_exists: "A file of this name is there already; nothing is overwritten", "同名文件已存在；不会覆盖任何文件";
    file_name_bad: "Letters, digits and - _ . make a file name", "文件名只能使用字母、数字和 - _ .";
    file_names_same: "Key and request need different names", "私钥和 CSR 的文件名不能相同";
    files: "Files", "文件";
    fingerprint: "Key fingerprint (SHA-256)", "密钥指纹 (SHA-256)";
    folder: "Folder", "文件夹";
    folder_missing: "Choose a folder to go on", "选择文件夹后即可继续";
    generate: "Generate", "生成";
    key: "Key", "私钥";
    key_file: "Key file", "私钥文件";
    make: "Make key and request", "生成私钥和 CSR";
    make_existing: "Make the request", "生成 CSR";
    making: "Making the key", "正在生成私钥";
    names: "Names", "域名";
    new_request: "New request", "新建请求";
    next: "Next", "接下来";
    next_answer: "When the certificate comes, drop it here: it finds its key again and becomes a PFX or what your server reads.", "收到证书后拖入此窗口：它会找到自己的私钥，并可转换为 PFX 或服务器所需的格式。";
    next_keep: "Keep the key where it is. Without it the certificate is of no use, and nobody can make it again.", "保管好私钥。没有它证书无法使用，也无法重新生成。";
    next_order: "Paste the CSR into the CA’s order form.", "将 CSR 粘贴到 CA 的订单表单中。";
    not_made: "Nothing was made and nothing was written.", "没有生成，也没有写入任何内容。";
    open_key: "Leave the key without a password", "不为私钥设置密码";
    open_key_why: "web servers then start without asking; only the rights of the file protect the key", "Web 服务器启动时不会询问密码；只有文件权限保护私钥";
    password: "Password", "密码";
    password_file: "Write privateKeyPass.txt next to it", "在旁边写入 privateKeyPass.txt";
    password_file_why: "it is as secret as the key", "它和私钥一样需要保密";
    password_missing: "Generate a password or type one to go on", "生成或输入密码后即可继续";
    protect: "How the key is protected", "私钥的保护方式";
    remains: "Worth knowing before it is made", "生成之前需要了解";
    request: "The request as it will be", "将要生成的 CSR";
    same_by_hand: "The same by hand", "用命令完成同样的操作";
    stopped: "Stopped", "已停止";
    subject: "Subject", "使用者";
    subject_empty: "empty; the names say it all", "空；以域名为准";
    where_to: "Where the files go", "文件保存位置";
    who: "Can be read by", "可读取者";
    with_password: "Encrypt the key with a password", "用密码加密私钥";
    with_password_why: "PKCS#8 with AES-256 and PBKDF2, which every current program reads", "PKCS#8，AES-256 和 PBKDF2，所有现行程序都能读取";
}

/// Where the two files go, in full.
pub fn goes_to(lang: Lang, key: Option<&str>, request: &str) -> String {
    match key {
        Some(key) => say!(
            lang,
            "The key goes to {key}, the request to {request}",
            "私钥写入 {key}，CSR 写入 {request}"
        ),
        None => say!(lang, "The request goes to {request}", "CSR 写入 {request}"),
    }
}

/// `5 names`.
pub fn name_count(lang: Lang, count: usize) -> String {
    counted(lang, count, ("name", "names"), "个名称")
}

/// A label and its value on one line.
pub fn labelled(lang: Lang, label: &str, value: &str) -> String {
    say!(lang, "{label}: {value}", "{label}：{value}")
}
