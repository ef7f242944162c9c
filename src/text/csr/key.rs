//! Words of the step of the key: kinds, what speaks for them, an existing key, what else is asked for.

use crate::core::csr::{Curve, NewKey};
use crate::text::Lang;

phrases! {
    compare: "RSA or ECC", "RSA 还是 ECC";
    compare_size: "Size", "大小";
    compare_size_ecc: "signature 72 bytes, certificate smaller", "签名 72 字节，证书更小";
    compare_size_rsa: "signature 256 bytes", "签名 256 字节";
    compare_speed: "Speed", "速度";
    compare_speed_ecc: "faster handshakes, less work for the server", "握手更快，服务器负担更小";
    compare_speed_rsa: "slower handshakes", "握手较慢";
    compare_works: "Works with", "兼容性";
    compare_works_ecc: "all current programs; some old clients and panels refuse it", "所有现行程序；部分旧客户端和面板不支持";
    compare_works_rsa: "everything", "所有程序";
    existing_from_file: "From a file…", "来自文件…";
    existing_from_file_why: "PEM, PKCS#8, PFX, JKS: any form that can be opened", "PEM、PKCS#8、PFX、JKS：任何可以打开的格式";
    existing_gone: "The key that was chosen is no longer open", "所选的私钥已不再打开";
    existing_gone_why: "Open its file again, or make a new key.", "重新打开它的文件，或者生成新的私钥。";
    existing_key: "Use an existing key", "使用已有的私钥";
    existing_reuse: "A key that is used again may be refused", "重复使用的私钥可能会被拒绝";
    existing_reuse_why: "Several CAs refuse a request whose key was used in an earlier order, and whoever learnt the old key can read the new connection. A new key is the safer choice.", "多家 CA 会拒绝使用旧订单密钥的 CSR；获知旧私钥的人也能冒充新的证书。生成新的私钥更稳妥。";
    existing_wanted: "Choose a key to go on", "选择一个私钥后即可继续";
    extensions: "More that can be asked for", "更多可申请的内容";
    hash: "Signature hash", "签名哈希";
    hash_by_key: "This key has a hash of its own", "这种私钥使用固定的哈希";
    hash_fitting: "fits the key", "与私钥匹配";
    key_usage: "Key usage", "密钥用法";
    key_usage_why: "Public CAs set it themselves; it matters for your own CA.", "公共 CA 会自行设置；对自有 CA 有意义。";
    locked_key: "The key in this file is locked", "该文件中的私钥已加密";
    locked_key_why: "Open the file in Bundle and enter its password; then choose the key above.", "在“证书包”中打开该文件并输入密码，然后在上方选择私钥。";
    must_staple: "Must-staple (status_request)", "Must-staple (status_request)";
    must_staple_why: "The server then has to send a fresh OCSP answer with every connection. Let’s Encrypt refuses such requests since May 2025, and CAs that no longer run OCSP cannot serve them.", "服务器之后必须在每次连接时附带有效的 OCSP 响应。Let’s Encrypt 从 2025 年 5 月起拒绝这类请求，不再提供 OCSP 的 CA 也无法支持。";
    new_key: "Make a new key", "生成新的私钥";
    locked_start: "This file is locked", "该文件已加密";
    locked_start_why: "Open it in Bundle and enter its password; it can then be chosen under “Start from…”.", "在“证书包”中打开它并输入密码，然后可以在“从现有内容开始…”中选择。";
    no_key_in_file: "There is no private key in this file", "该文件中没有私钥";
    no_key_in_file_why: "A certificate or a request alone is not enough.", "只有证书或 CSR 是不够的。";
    nothing_in_file: "There is no certificate and no request in this file", "该文件中没有证书或 CSR";
    nothing_in_file_why: "A request can start from a certificate, an older request, or a bundle that holds one.", "可以从证书、旧的 CSR 或包含它们的证书包开始。";
    other_add: "Add a name of another kind", "添加其他类型的名称";
    other_directory: "Directory name", "目录名称";
    other_email: "E-mail", "电子邮件";
    other_names: "Other names", "其他名称";
    other_oid: "Registered ID", "注册 ID";
    other_uri: "URI", "URI";
    other_upn: "User principal name", "用户主体名称";
    recommended: "recommended", "推荐";
    several_keys: "There are several private keys in this file", "该文件中有多个私钥";
    several_keys_why: "Open the file in Bundle, then choose one of its keys above.", "在“证书包”中打开该文件，然后在上方选择其中一个私钥。";
    unused_key: "A key with its file", "文件中的私钥";
    usage: "Extended key usage", "增强型密钥用法";
    usage_client: "Client", "客户端";
    usage_code: "Code signing", "代码签名";
    usage_custom: "another, by OID", "其他，填写 OID";
    usage_email: "E-mail", "电子邮件";
    usage_server: "Server", "服务器";
    usage_why: "Nothing ticked leaves it to the CA, which is right for a web server.", "不勾选则由 CA 决定，适合网站服务器。";
}

/// The kind of a key as a title.
pub const fn kind(kind: NewKey) -> &'static str {
    match kind {
        NewKey::Rsa2048 => "RSA 2048",
        NewKey::Rsa3072 => "RSA 3072",
        NewKey::Rsa4096 => "RSA 4096",
        NewKey::Ec(Curve::P256) => "ECC P-256",
        NewKey::Ec(Curve::P384) => "ECC P-384",
        NewKey::Ec(Curve::P521) => "ECC P-521",
        NewKey::Ed25519 => "Ed25519",
        NewKey::Sm2 => "SM2",
    }
}

/// What speaks for it, or against.
pub fn kind_why(lang: Lang, kind: NewKey) -> &'static str {
    match kind {
        NewKey::Rsa2048 => lang.pick(
            "works everywhere; every CA takes it",
            "到处可用；所有 CA 都接受",
        ),
        NewKey::Rsa3072 => lang.pick(
            "stronger, for rules that ask for 128-bit security",
            "强度更高，适合要求 128 位安全强度的场合",
        ),
        NewKey::Rsa4096 => lang.pick(
            "slowest; little gain for a certificate of months",
            "最慢；对有效期几个月的证书意义不大",
        ),
        NewKey::Ec(Curve::P256) => lang.pick(
            "as strong as RSA 3072, faster and smaller",
            "与 RSA 3072 强度相当，更快更小",
        ),
        NewKey::Ec(Curve::P384) => lang.pick(
            "for rules that name it; slower than P-256",
            "用于指定它的规范；比 P-256 慢",
        ),
        NewKey::Ec(Curve::P521) => lang.pick(
            "Chrome and many CAs do not take it for the web",
            "Chrome 和许多 CA 不支持用于网站",
        ),
        NewKey::Ed25519 => lang.pick(
            "no public CA issues for it; for your own CA",
            "公共 CA 不签发；适合自有 CA",
        ),
        NewKey::Sm2 => lang.pick(
            "for CAs of China’s own scheme; most browsers refuse it",
            "用于国密体系的 CA；多数浏览器不支持",
        ),
    }
}
