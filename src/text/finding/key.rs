//! Words of facts about private keys and requests.

use super::{Action, Words, about, name, names, refused_file};
use crate::core::finding::{Id, KeyFact, KeyMissingCause, Kind};
use crate::core::place::Place;
use crate::text::number::counted;
use crate::text::time::duration;
use crate::text::{Lang, kind};

pub(super) fn words(lang: Lang, fact: &KeyFact, place: Option<&Place>) -> Words {
    match fact {
        KeyFact::CipherUnsupported { cipher } => cipher_unsupported(lang, cipher),
        KeyFact::Encrypted { seconds } => encrypted(lang, *seconds),
        KeyFact::Mismatch {
            certificate,
            key_algorithm,
        } => mismatch(lang, certificate, key_algorithm),
        KeyFact::Missing { certificate, cause } => missing(lang, certificate, *cause),
        KeyFact::NotChecked {
            certificate,
            algorithm,
        } => not_checked(lang, certificate, algorithm),
        KeyFact::PasswordDiffers {
            kind,
            entries,
            tried,
        } => password_differs(lang, *kind, entries, *tried),
        KeyFact::PasswordWrong { tried, files } => password_wrong(lang, *tried, files, place),
        KeyFact::RequestMismatch { names } => request_mismatch(lang, names),
    }
}

fn cipher_unsupported(lang: Lang, cipher: &str) -> Words {
    let cipher = name(cipher);
    Words::new(
        lang.pick(
            "The private key uses a cipher that is not read here",
            "私钥的加密算法在这里读不了",
        ),
        say!(
            lang,
            "It is encrypted with {cipher}. The password was not tried, so it may well be right.",
            "它用 {cipher} 加密。密码没有试过，所以密码可能是对的。"
        ),
        about(lang, Id::KeyCipherUnsupported).remedy,
    )
}

fn encrypted(lang: Lang, seconds: u64) -> Words {
    let wait = waiting(lang, seconds);
    Words::new(
        lang.pick("The private key needs a password", "私钥需要密码"),
        say!(
            lang,
            "The key file is encrypted, which is good while it travels. Until it is opened, nobody can say whether it fits.{wait}",
            "私钥文件是加密的，传送时这样更安全。打开之前无法判断它是否匹配。{wait}"
        ),
        about(lang, Id::KeyEncrypted).remedy,
    )
    .with(Action::EnterPassword)
}

/// How long one try takes, when that is worth saying.
pub(super) fn waiting(lang: Lang, seconds: u64) -> String {
    if seconds < 3 {
        return String::new();
    }
    let time = duration(lang, seconds);
    say!(
        lang,
        " One try takes about {time}.",
        "每试一次大约需要 {time}。"
    )
}

fn mismatch(lang: Lang, certificate: &str, algorithm: &str) -> Words {
    let (certificate, algorithm) = (name(certificate), name(algorithm));
    Words::new(
        say!(
            lang,
            "The private key does not fit the certificate of “{certificate}”",
            "私钥与“{certificate}”的证书不匹配"
        ),
        say!(
            lang,
            "The key ({algorithm}) has another public half than the certificate. A server with this pair refuses to start. Usually the key is from an earlier order.",
            "这个私钥（{algorithm}）对应的公钥与证书里的不同。服务器用这一对会拒绝启动。通常是私钥来自以前的订单。"
        ),
        about(lang, Id::KeyMismatch).remedy,
    )
    .with(Action::AddFiles)
}

fn missing(lang: Lang, certificate: &str, cause: KeyMissingCause) -> Words {
    let certificate = name(certificate);
    match cause {
        KeyMissingCause::CsrSupplied => Words::new(
            lang.pick(
                "You supplied the CSR, so there is no private key here",
                "CSR 由您提供，所以这里没有私钥",
            ),
            lang.pick(
                "The CA saw only the request. The private key stayed where the CSR was made.",
                "CA 只见过 CSR，私钥一直留在生成 CSR 的地方。",
            ),
            lang.pick(
                "Fetch the key file that was made together with the CSR and add it here. When the CSR was made by IIS, complete the request on that same server.",
                "找到与 CSR 一同生成的私钥文件，添加到这里。如果 CSR 是 IIS 生成的，在同一台服务器上完成证书申请。",
            ),
        ),
        KeyMissingCause::MayBeLocked => Words::new(
            say!(
                lang,
                "The private key of “{certificate}” may be in a file that is still locked",
                "“{certificate}”的私钥可能在尚未打开的文件里"
            ),
            lang.pick("No key that could be opened fits.", "已打开的文件里没有匹配的私钥。"),
            lang.pick("Enter the password of the locked file.", "输入该文件的密码。"),
        )
        .with(Action::EnterPassword),
        KeyMissingCause::Served => Words::new(
            lang.pick(
                "A server sends its certificate and never its key",
                "服务器只发送证书，从不发送私钥",
            ),
            say!(
                lang,
                "“{certificate}” came from a server, where its key stayed.",
                "“{certificate}”来自服务器，私钥留在服务器上。"
            ),
            lang.pick(
                "Nothing to do for looking at it. To move it elsewhere, take the key file from the server.",
                "只是查看则无需处理。要部署到别处，从服务器上取得私钥文件。",
            ),
        ),
        KeyMissingCause::NotAmongFiles => Words::new(
            say!(
                lang,
                "The private key of “{certificate}” is not among these files",
                "这些文件里没有“{certificate}”的私钥"
            ),
            lang.pick(
                "Without its key a server cannot use the certificate.",
                "没有私钥，服务器就无法使用这个证书。",
            ),
            about(lang, Id::KeyMissing).remedy,
        )
        .with(Action::AddFiles),
    }
}

fn not_checked(lang: Lang, certificate: &str, algorithm: &str) -> Words {
    let (certificate, algorithm) = (name(certificate), name(algorithm));
    Words::new(
        say!(
            lang,
            "The key of “{certificate}” looks right and could not be proven",
            "“{certificate}”的私钥看起来匹配，但无法验证"
        ),
        say!(
            lang,
            "Its public half is the same as in the certificate. Signatures of the kind {algorithm} are not made here, so the proof is missing.",
            "它的公钥与证书里的相同。这里不能用 {algorithm} 签名，所以缺少证明。"
        ),
        about(lang, Id::KeyNotChecked).remedy,
    )
}

fn password_wrong(lang: Lang, tried: usize, files: &[String], place: Option<&Place>) -> Words {
    let message = match refused_file(files, place) {
        Some(file) => {
            say!(
                lang,
                "The password in {file} does not open the private key",
                "{file} 里的密码打不开这个私钥"
            )
        }
        None => lang
            .pick(
                "No known password opens the private key",
                "已知的密码都打不开这个私钥",
            )
            .to_owned(),
    };
    Words::new(
        message,
        super::keystore::intact_but_wrong(lang, tried),
        about(lang, Id::KeyPasswordWrong).remedy,
    )
    .with(Action::EnterPassword)
}

fn password_differs(lang: Lang, held: Kind, entries: &[String], tried: usize) -> Words {
    let noun = kind::inside(lang, held);
    let message = match entries {
        [] => say!(
            lang,
            "The private key in the {noun} has a password of its own",
            "这个{noun}里的私钥有单独的密码"
        ),
        entries => {
            let entries = names(lang, entries);
            say!(
                lang,
                "The {noun} is open, but a key in it has a password of its own: {entries}",
                "这个{noun}已打开，但里面的私钥有单独的密码：{entries}"
            )
        }
    };
    let tried = counted(
        lang,
        tried,
        ("known password", "known passwords"),
        "个已知密码",
    );
    Words::new(
        message,
        say!(
            lang,
            "The password of the keystore is right. Keys may be protected by another one, and {tried} did not open this one.",
            "密钥库的密码是对的。私钥可以用另一个密码保护，{tried}都打不开它。"
        ),
        lang.pick(
            "Enter the key’s own password. Tomcat names it keyPass or certificateKeyPassword in server.xml; keytool asks for it as the key password.",
            "输入私钥自己的密码。Tomcat 的 server.xml 里叫 keyPass 或 certificateKeyPassword；keytool 称之为私钥密码。",
        ),
    )
    .with(Action::EnterPassword)
}

fn request_mismatch(lang: Lang, held: &[String]) -> Words {
    let held = names(lang, held);
    Words::new(
        lang.pick(
            "The CSR belongs to no certificate here",
            "这个 CSR 与这里的证书都不匹配",
        ),
        say!(
            lang,
            "It asks for {held} with another key than any of the certificates. It is probably from another order; servers do not need it.",
            "它申请的是 {held}，密钥与所有证书都不同。它很可能来自另一个订单；服务器不需要它。"
        ),
        lang.pick(
            "Nothing to do for the server. To renew, make a new CSR with a new key.",
            "服务器方面不必处理。续期时用新密钥生成新的 CSR。",
        ),
    )
}
