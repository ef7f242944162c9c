//! Words of the verb `csr`.

pub mod advise;

use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::number::counted;

phrases! {
    about: "Make a key and a CSR, show a CSR, check it before it is sent, advise on names", "生成密钥和 CSR，查看 CSR，提交前检查，给出域名建议";
    after: "Without --out-password-file, --generate-password or --without-password, the key’s password is asked for on a terminal.\nNothing is overwritten. Every CSR made or checked is noted in the ledger on this computer; --no-ledger leaves that out.", "没有给出 --out-password-file、--generate-password 或 --without-password 时，会在终端上询问密钥的密码。\n不会覆盖任何文件。生成或检查的每个 CSR 都会记入本机台账；--no-ledger 不记录。";
    against_help: "Certificate, key or bundle that should have the same key", "应使用同一密钥的证书、私钥或证书包";
    also_readable_by_help: "Let this account or group read the key too", "还允许此账户或组读取私钥";
    challenge_file_help: "File with the challenge password on its first line; it stands in the CSR in clear", "首行为质询密码的文件；它会以明文写在 CSR 里";
    check_about: "Check a CSR as a CA would: signature, key, subject, names, the ledger", "像 CA 那样检查 CSR：签名、密钥、使用者、域名、台账";
    field_help: "A field of the subject, in order: O=Example Ltd, C=CN, or a dotted OID; may be given again", "使用者的一个字段，按顺序：O=Example Ltd、C=CN，或点分 OID；可重复给出";
    from_help: "Start from a certificate, a CSR or a bundle: names and subject are taken over, the key is new", "从已有的证书、CSR 或证书包开始：沿用域名和使用者，密钥是新的";
    generate_password_help: "Make a password; it is written to privateKeyPass.txt beside the key and nowhere else", "生成密码；只写入私钥旁边的 privateKeyPass.txt";
    hash_help: "Hash of the signature: sha256, sha384, sha512 [default: the one that fits the key]", "签名的哈希算法：sha256、sha384、sha512 [默认：与密钥相符的算法]";
    iterations_help: "Rounds of key derivation for the key’s password [default: 10000]", "由密码派生密钥的轮数 [默认：10000]";
    key_file_help: "Use the key of this file; every order should have a new one", "使用此文件里的密钥；每个订单都应使用新密钥";
    key_help: "Kind of the new key: rsa2048, rsa3072, rsa4096, p256, p384, p521, ed25519, sm2 [default: rsa2048]", "新密钥的类型：rsa2048、rsa3072、rsa4096、p256、p384、p521、ed25519、sm2 [默认：rsa2048]";
    key_usage_help: "Key usage with commas: digitalSignature,keyEncipherment; critical among them makes it so", "密钥用法，用逗号分隔：digitalSignature,keyEncipherment；加上 critical 则标记为关键";
    level_help: "Level of the order: dv, iv, ov, ev", "订单的级别：dv、iv、ov、ev";
    must_staple_help: "Ask for must-staple (OCSP stapling required)", "申请 must-staple（要求 OCSP 装订）";
    name_help: "A host name or IP address; may be given again", "主机名或 IP 地址；可重复给出";
    names_file_help: "File with names in any order and separators; may be given again", "含有域名的文件，顺序和分隔符不限；可重复给出";
    new_about: "Make a key and a CSR", "生成密钥和 CSR";
    no_common_name_help: "Leave the common name out", "不填写通用名称";
    no_ledger_help: "Do not note it in the ledger", "不记入台账";
    order_help: "Names of the order, or a file with them; may be given again", "订单里的域名，或含有它们的文件；可重复给出";
    out_help: "Where the CSR goes", "CSR 的输出位置";
    out_key_help: "Where the new key goes", "新密钥的输出位置";
    out_password_file_help: "File with the key’s password on its first line; - is standard input", "首行为密钥密码的文件；- 表示标准输入";
    request_help: "A CSR, or - for standard input", "CSR 文件，- 表示标准输入";
    san_help: "Another name: dns:, ip:, email:, uri:, upn:, rid: or dir:; may be given again", "其他名称：dns:、ip:、email:、uri:、upn:、rid: 或 dir:；可重复给出";
    show_about: "Show everything a CSR says", "显示 CSR 的全部内容";
    usage_help: "What it is for: server, client, code, email, time, ocsp, or a dotted OID; with commas", "用途：server、client、code、email、time、ocsp，或点分 OID；用逗号分隔";
    without_password_help: "Leave the key without a password; whoever has the file has the key", "密钥不设密码；拿到文件就等于拿到私钥";
    need_password: "The key’s password is missing. Give --out-password-file FILE, --generate-password or --without-password.", "没有密钥的密码。使用 --out-password-file 文件、--generate-password 或 --without-password。";
}

/// A file that a request cannot start from.
pub fn nothing_to_start_from(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(
        lang,
        "“{path}” holds neither a certificate nor a CSR to start from.",
        "“{path}”里没有可以作为起点的证书或 CSR。"
    )
}

/// A file without a public key.
pub fn nothing_to_compare(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(
        lang,
        "“{path}” holds no certificate and no key that could be read.",
        "“{path}”里没有能读取的证书或密钥。"
    )
}

/// A file without a key.
pub fn no_key(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(
        lang,
        "“{path}” holds no private key.",
        "“{path}”里没有私钥。"
    )
}

/// A key that stayed locked.
pub fn key_locked(lang: Lang, path: &str) -> String {
    let path = short(path);
    say!(
        lang,
        "The key in “{path}” is locked. Give its password with --password-file.",
        "“{path}”里的密钥已加密。用 --password-file 给出它的密码。"
    )
}

/// A file with more than one key.
pub fn several_keys(lang: Lang, path: &str, count: usize) -> String {
    let path = short(path);
    let keys = counted(lang, count, ("key", "keys"), "个密钥");
    say!(
        lang,
        "“{path}” holds {keys}. Name a file with one.",
        "“{path}”里有 {keys}。指定只含一个密钥的文件。"
    )
}
