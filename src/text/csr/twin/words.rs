//! Words beside the twins: comments inside the files, notes, and why a program cannot make the request.

use super::{Encoding, Tool, TwinField, TwinNote, TwinReason, TwinRefusal, TwinShell};
use crate::text::Lang;
use crate::text::foreign::short;
use crate::text::prose::{after_han, before_han, sentences};

/// The first line of OpenSSL's configuration file.
pub fn config_comment(lang: Lang) -> &'static str {
    lang.pick(
        "Configuration for openssl req. Save it as UTF-8.",
        "openssl req 的配置文件。以 UTF-8 编码保存。",
    )
}

/// The first line of certreq's file.
pub fn inf_comment(lang: Lang) -> &'static str {
    lang.pick(
        "For certreq -new. Save it as UTF-16 LE, which Notepad calls Unicode in older versions.",
        "用于 certreq -new。以 UTF-16 LE 编码保存，旧版记事本称之为 Unicode。",
    )
}

/// How a file's text is to be saved.
pub fn encoding(lang: Lang, encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => lang.pick(
            "Save the file as UTF-8 without a byte order mark.",
            "以不带字节顺序标记的 UTF-8 编码保存文件。",
        ),
        Encoding::Utf16 => lang.pick(
            "Save the file as UTF-16 LE with a byte order mark; otherwise certreq misreads letters beyond ASCII.",
            "以带字节顺序标记的 UTF-16 LE 编码保存文件，否则 certreq 会读错 ASCII 以外的文字。",
        ),
    }
}

/// A note beside a twin.
pub fn note(lang: Lang, note: &TwinNote) -> String {
    let fixed = match note {
        TwinNote::AcceptLater => lang.pick(
            "When the certificate has come, install it on the same computer: certreq -accept -machine FILE.cer.",
            "收到证书后，在同一台计算机上安装：certreq -accept -machine FILE.cer。",
        ),
        TwinNote::BytesForLetters => lang.pick(
            "Special characters and letters beyond ASCII are written as UTF-8 bytes such as \\2C, because keytool reads its arguments in the system's code page. In the request they are the letters again.",
            "特殊字符和 ASCII 以外的文字写成 \\2C 这样的 UTF-8 字节，因为 keytool 按系统代码页读取参数。在请求中它们会还原为原来的文字。",
        ),
        TwinNote::ChallengeLeftOut(tool) => return challenge_left_out(lang, *tool),
        TwinNote::KeyIdentifierAdded => lang.pick(
            "keytool adds a subject key identifier to the request; CAs ignore it.",
            "keytool 会在请求中添加使用者密钥标识符；CA 会忽略它。",
        ),
        TwinNote::KeyPasswordAsked => lang.pick(
            "openssl asks for the password of the key.",
            "openssl 会询问私钥密码。",
        ),
        TwinNote::KeyStaysInWindows => lang.pick(
            "Run it as administrator on the server. The private key stays in the certificate store of that computer; there is no key file. It may be exported to a PFX later.",
            "在服务器上以管理员身份运行。私钥保留在该计算机的证书存储中，没有私钥文件；以后可以导出为 PFX。",
        ),
        TwinNote::KeystoreAsked(keystore) => return keystore_asked(lang, keystore),
        TwinNote::PlainStrings => lang.pick(
            "keytool writes plain letters of the subject as PrintableString instead of UTF8String; both count as the same name.",
            "keytool 把使用者中的普通字母写成 PrintableString 而不是 UTF8String；两者视为相同的名称。",
        ),
        TwinNote::Sm2NeedsOpenSsl3 => lang.pick(
            "SM2 with this identifier needs OpenSSL 3.0 or newer.",
            "带此标识的 SM2 需要 OpenSSL 3.0 或更新版本。",
        ),
    };
    fixed.to_owned()
}

fn challenge_left_out(lang: Lang, tool: Tool) -> String {
    let tool = tool.name();
    say!(
        lang,
        "{tool} cannot put a challenge password into the request, so it is left out. Public CAs do not read it.",
        "{tool} 无法在请求中写入质询密码，因此省略。公共 CA 不读取它。"
    )
}

fn keystore_asked(lang: Lang, keystore: &str) -> String {
    let keystore = short(keystore);
    say!(
        lang,
        "The private key is made inside the keystore {keystore}. keytool asks for its password, at least six characters, at every command.",
        "私钥在密钥库 {keystore} 中生成。每条命令运行时 keytool 都会询问密钥库密码，至少六个字符。"
    )
}

/// Why a program cannot make the same request, and what to do.
pub fn refusal(lang: Lang, refusal: &TwinRefusal) -> String {
    let field = field(lang, &refusal.field);
    let tool = refusal.tool.name();
    sentences(
        lang,
        &[why(lang, tool, &field, refusal), remedy(lang, refusal)],
    )
}

fn why(lang: Lang, tool: &str, field: &str, refusal: &TwinRefusal) -> String {
    let subject = match lang {
        Lang::En => field.into(),
        Lang::Zh => before_han(field),
    };
    match refusal.reason {
        TwinReason::Empty => say!(
            lang,
            "{tool} cannot make this request: {subject} is empty.",
            "{tool} 无法生成这个请求：{subject}为空。",
        ),
        TwinReason::ExistingKey => say!(
            lang,
            "{tool} makes its own key and takes none from a file.",
            "{tool} 会自行生成私钥，不能使用文件中的私钥。",
        ),
        TwinReason::Hidden => say!(
            lang,
            "No command is shown for {tool}: {subject} holds characters that cannot be seen.",
            "不显示 {tool} 的命令：{subject}含有不可见的字符。",
        ),
        TwinReason::Letters => say!(
            lang,
            "{tool} cannot carry {field}: it holds characters that this field cannot have there.",
            "{tool} 无法写入{field}：其中含有该字段不能使用的字符。",
        ),
        TwinReason::NotAnOid => say!(
            lang,
            "{tool} cannot carry {field}: it is no object identifier of numbers and dots.",
            "{tool} 无法写入{field}：它不是由数字和点组成的对象标识符。",
        ),
        TwinReason::TooLong(most) => say!(
            lang,
            "{tool} cannot carry {field}: it takes at most {most} characters.",
            "{tool} 无法写入{field}：最多 {most} 个字符。",
        ),
        TwinReason::Shell(shell) => {
            let shell = shell_name(lang, shell);
            say!(
                lang,
                "No command is shown for {tool}: {subject} cannot be written safely in {shell}.",
                "不显示 {tool} 的命令：{subject}无法在 {shell} 中安全地书写。",
            )
        }
        TwinReason::Unknown => say!(
            lang,
            "{tool} does not know {field}.",
            "{tool} 不支持{field}。",
        ),
    }
}

fn remedy(lang: Lang, refusal: &TwinRefusal) -> String {
    let text = match refusal.reason {
        TwinReason::Empty if refusal.field == TwinField::Subject => lang.pick(
            "Give the subject a common name, or use another program.",
            "为使用者填写通用名称，或使用其他程序。",
        ),
        TwinReason::Empty => lang.pick("Fill it in or take it out.", "填写它或将其移除。"),
        TwinReason::ExistingKey => lang.pick(
            "Use openssl for this key, or ask for a new one.",
            "对这个私钥使用 openssl，或改用新私钥。",
        ),
        TwinReason::Hidden => lang.pick("Type it again by hand.", "手动重新输入。"),
        TwinReason::Shell(_) => lang.pick(
            "Choose another file name or another shell.",
            "换一个文件名，或换一种命令行环境。",
        ),
        TwinReason::NotAnOid => lang.pick("Correct the identifier.", "更正该标识符。"),
        TwinReason::TooLong(_) => lang.pick("Shorten it.", "缩短它。"),
        TwinReason::Letters | TwinReason::Unknown => lang.pick(
            "Make the request here, or with another program.",
            "在这里生成请求，或使用其他程序。",
        ),
    };
    text.to_owned()
}

fn shell_name(lang: Lang, shell: TwinShell) -> &'static str {
    match shell {
        TwinShell::Sh => lang.pick("a POSIX shell", "POSIX shell"),
        TwinShell::PowerShell => "PowerShell",
        TwinShell::Cmd => "cmd",
    }
}

/// A field as it stands in a sentence.
fn field(lang: Lang, field: &TwinField) -> String {
    let fixed = match field {
        TwinField::AltName(name) => {
            let name = short(name);
            return say!(lang, "the name “{name}”", "名称“{name}”");
        }
        TwinField::ExtendedUsage(oid) => {
            let oid = short(oid);
            return say!(lang, "the extended key usage {oid}", "扩展密钥用法 {oid}");
        }
        TwinField::SubjectField(oid) => return subject_field(lang, oid),
        TwinField::Challenge => lang.pick("the challenge password", "质询密码"),
        TwinField::CsrFile => lang.pick("the name of the request's file", "请求的文件名"),
        TwinField::Hash => lang.pick("this hash", "这种哈希算法"),
        TwinField::Key => lang.pick("this kind of key", "这种密钥"),
        TwinField::KeyFile => lang.pick("the name of the key's file", "私钥的文件名"),
        TwinField::KeyUsage => lang.pick("the key usage", "密钥用法"),
        TwinField::Subject => lang.pick("the subject", "使用者"),
    };
    fixed.to_owned()
}

fn subject_field(lang: Lang, oid: &str) -> String {
    match crate::text::x509::oid_words(lang, oid) {
        Some(words) => say!(lang, "the field “{words}”", "字段“{words}”"),
        None => {
            let oid = short(oid);
            let after = after_han(&oid);
            say!(lang, "the field {oid}", "字段{after}")
        }
    }
}
