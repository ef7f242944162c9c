//! Words of facts about the certificate that will be served for a binding, and about its key.

use super::super::names;
use super::{Words, computed, general, name, site, spot, usual};
use crate::core::finding::{AtBinding, IisFact};
use crate::text::Lang;
use crate::text::number::counted;
use crate::text::prose::sentences;
use crate::text::time::{date, days};

pub(super) fn words(lang: Lang, fact: &IisFact) -> Words {
    match fact {
        IisFact::CertificateMissing {
            at,
            thumbprint,
            store,
            found_in,
        } => missing(lang, at, thumbprint, store.as_deref(), found_in.as_deref()),
        IisFact::CertificateExpired {
            at,
            certificate,
            not_after,
            days_ago,
        } => {
            let day = date(lang, *not_after);
            expired(lang, at, certificate, &day, *days_ago)
        }
        IisFact::CertificateExpiresSoon {
            at,
            certificate,
            not_after,
            days_left,
        } => {
            let day = date(lang, *not_after);
            expires(lang, at, certificate, &day, *days_left)
        }
        IisFact::CertificateNotYetValid {
            at,
            certificate,
            not_before,
        } => not_yet(lang, at, certificate, &date(lang, *not_before)),
        IisFact::CertificateWrongName {
            at,
            host,
            certificate,
            names,
            too_deep,
        } => wrong_name(lang, at, host, certificate, names, too_deep.as_deref()),
        IisFact::KeyMissing { at, certificate } => key_missing(lang, at, certificate),
        IisFact::KeyBroken {
            at,
            certificate,
            serial,
        } => key_broken(lang, at, certificate, serial.as_deref()),
        IisFact::IntermediateMissing {
            certificate,
            issuer,
            bindings,
        } => intermediate(lang, certificate, issuer, *bindings, usual(lang, fact)),
        other => general(lang, other),
    }
}

/// How a certificate comes to a binding.
fn choose(lang: Lang) -> &'static str {
    lang.pick(
        "Import the new PFX (IIS Manager, server, Server Certificates, Import…) and choose it for the binding (site, Bindings…, Edit). Importing alone changes nothing: http.sys goes on serving the thumbprint it has.",
        "导入新的 PFX（IIS 管理器，服务器，“服务器证书”，“导入…”），并为绑定选择它（网站，“绑定…”，“编辑”）。只导入不会生效：http.sys 会继续提供原来指纹的证书。",
    )
}

fn missing(
    lang: Lang,
    at: &AtBinding,
    thumbprint: &str,
    store: Option<&str>,
    found_in: Option<&str>,
) -> Words {
    let (site, spot, thumbprint) = (site(at), spot(&at.binding), name(thumbprint));
    let store = name(store.unwrap_or("MY"));
    if thumbprint.is_empty() {
        return Words::new(
            say!(
                lang,
                "The entry for “{site}” on {spot} names no certificate",
                "“{site}”在 {spot} 上的条目没有写明证书"
            ),
            lang.pick(
                "The entry of http.sys has lost its thumbprint, so every handshake breaks off.",
                "http.sys 条目丢失了指纹，所以每次握手都会中断。",
            ),
            lang.pick(
                "Choose the certificate again: IIS Manager, site, Bindings…, Edit.",
                "重新选择证书：IIS 管理器，网站，“绑定…”，“编辑”。",
            ),
        );
    }
    let message = match found_in.map(name) {
        Some(found) => say!(
            lang,
            "The certificate of “{site}” on {spot} is not in the store {store} but in {found}",
            "“{site}”在 {spot} 上的证书不在存储 {store} 中，而在 {found} 中"
        ),
        None => say!(
            lang,
            "The certificate of “{site}” on {spot} is in no store of the computer",
            "“{site}”在 {spot} 上的证书不在计算机的任何证书存储中"
        ),
    };
    let why = say!(
        lang,
        "http.sys keeps only a thumbprint, {thumbprint}, and the store {store}, and looks the certificate up there when it needs it. It is not there, so handshakes break off; event 15021 of HttpEvent in the System log says so.",
        "http.sys 只记录指纹 {thumbprint} 和存储 {store}，需要时到那里查找证书。证书不在那里，所以握手会中断；系统日志中 HttpEvent 的事件 15021 说的就是这件事。"
    );
    let remedy = lang.pick(
        "Import the PFX with “Local Machine” into Personal (MY), not into the store of your own account, and choose it for the binding again.",
        "导入 PFX 时选择“本地计算机”和“个人”(MY) 存储，不要导入您自己账户的存储，然后为绑定重新选择它。",
    );
    Words::new(message, why, remedy)
}

fn expired(lang: Lang, at: &AtBinding, certificate: &str, day: &str, ago: i64) -> Words {
    let (site, certificate, spot) = (site(at), name(certificate), spot(&at.binding));
    let ago = match ago {
        ..1 => lang.pick("today", "今天").to_owned(),
        _ => {
            let count = days(lang, ago);
            say!(lang, "{count} ago", "{count}前")
        }
    };
    let reason = say!(
        lang,
        "It will be served on {spot}: browsers stop at a full-page warning, programs break off.",
        "它会在 {spot} 上提供：浏览器会显示整页警告，程序会中断连接。"
    );
    Words::new(
        say!(
            lang,
            "“{certificate}” of “{site}” expired on {day}, {ago}",
            "“{site}”的证书“{certificate}”已于 {day} 过期（{ago}）"
        ),
        sentences(lang, &[reason.as_str(), computed(lang)]),
        choose(lang),
    )
}

fn expires(lang: Lang, at: &AtBinding, certificate: &str, day: &str, left: i64) -> Words {
    let (site, certificate, spot) = (site(at), name(certificate), spot(&at.binding));
    let left = match left {
        ..1 => lang.pick("today", "今天").to_owned(),
        _ => {
            let count = days(lang, left);
            say!(lang, "in {count}", " {count}后")
        }
    };
    let reason = say!(
        lang,
        "It will be served on {spot} until somebody chooses another one; from that day on browsers refuse it.",
        "在有人选择别的证书之前，{spot} 上会一直提供它；到期后浏览器会拒绝。"
    );
    Words::new(
        say!(
            lang,
            "“{certificate}” of “{site}” expires {left}, on {day}",
            "“{site}”的证书“{certificate}”将于{left}（{day}）到期"
        ),
        sentences(lang, &[reason.as_str(), computed(lang)]),
        choose(lang),
    )
}

fn not_yet(lang: Lang, at: &AtBinding, certificate: &str, day: &str) -> Words {
    let (site, certificate) = (site(at), name(certificate));
    Words::new(
        say!(
            lang,
            "“{certificate}” of “{site}” is valid from {day} on",
            "“{site}”的证书“{certificate}”从 {day} 起才有效"
        ),
        lang.pick(
            "Clients compare the date with their own clock and refuse it before that day. If the day lies in the past, the clock of this server is wrong.",
            "客户端会与自己的时钟比较，在那之前会拒绝它。如果这个日期已过，说明这台服务器的时钟不对。",
        ),
        lang.pick(
            "Serve the previous certificate until then. If the clock is wrong, w32tm /query /status shows where the time comes from.",
            "在那之前继续使用原来的证书。如果时钟不对，用 w32tm /query /status 查看时间来源。",
        ),
    )
}

fn wrong_name(
    lang: Lang,
    at: &AtBinding,
    host: &str,
    certificate: &str,
    covered: &[String],
    too_deep: Option<&str>,
) -> Words {
    let (site, host, certificate) = (site(at), name(host), name(certificate));
    let covered = names(lang, covered);
    let reason = match too_deep.map(name) {
        Some(wildcard) => say!(
            lang,
            "Its name “{wildcard}” comes close, but * stands for one label only: “{host}” has more before that domain. Its names: {covered}.",
            "其中的“{wildcard}”很接近，但 * 只代表一级：“{host}”在该域前面还有更多级。证书的名称：{covered}。"
        ),
        None => say!(
            lang,
            "Its names: {covered}. Browsers compare the address typed with these names alone and warn when none fits.",
            "证书的名称：{covered}。浏览器只用这些名称与输入的地址比较，都不相符就会警告。"
        ),
    };
    let remedy = match too_deep {
        Some(_) => say!(
            lang,
            "Have the certificate reissued with “{host}” as a further name, or with a wildcard one level deeper.",
            "加入“{host}”后重颁发证书，或使用深一级的通配符。"
        ),
        None => say!(
            lang,
            "Choose a certificate that has “{host}” (IIS Manager, site, Bindings…, Edit), or have this one reissued with that name. If another binding changed it by accident, turn SNI on for both.",
            "选择包含“{host}”的证书（IIS 管理器，网站，“绑定…”，“编辑”），或加入该名称后重颁发。如果是设置另一个绑定时误改的，为两者都启用 SNI。"
        ),
    };
    Words::new(
        say!(
            lang,
            "“{certificate}” of “{site}” does not cover “{host}”",
            "“{site}”的证书“{certificate}”不包含“{host}”"
        ),
        sentences(lang, &[reason.as_str(), computed(lang)]),
        remedy,
    )
}

fn key_missing(lang: Lang, at: &AtBinding, certificate: &str) -> Words {
    let (site, certificate) = (site(at), name(certificate));
    Words::new(
        say!(
            lang,
            "“{certificate}” of “{site}” has no private key on this server",
            "“{site}”的证书“{certificate}”在这台服务器上没有私钥"
        ),
        lang.pick(
            "It came as .cer, .crt or .p7b, which hold no key, or the CSR was made elsewhere. “Complete Certificate Request” then lists it for a moment and loses it again. Without the key no handshake succeeds.",
            "它是以 .cer、.crt 或 .p7b 导入的（其中没有私钥），或者 CSR 是在别处创建的。“完成证书申请”会让它短暂出现，随后又消失。没有私钥，握手无法完成。",
        ),
        lang.pick(
            "If the CSR was made on this server, run certutil -repairstore my SERIAL as administrator. Otherwise join certificate and key to a PFX (panel Convert) and import that.",
            "如果 CSR 是在这台服务器上创建的，以管理员身份运行 certutil -repairstore my SERIAL。否则把证书和私钥合并成 PFX（“转换”面板）再导入。",
        ),
    )
}

fn key_broken(lang: Lang, at: &AtBinding, certificate: &str, serial: Option<&str>) -> Words {
    let (site, certificate) = (site(at), name(certificate));
    let serial = name(serial.unwrap_or("SERIAL"));
    Words::new(
        say!(
            lang,
            "The private key of “{certificate}” of “{site}” does not open",
            "“{site}”的证书“{certificate}”的私钥打不开"
        ),
        lang.pick(
            "The certificate names a key container that is gone or not readable. Setting it for a binding ends with error 1312 or 0x80070520, “A specified logon session does not exist”, and the System log has event 36870 of Schannel. It happens when a PFX was imported into a user’s store and dragged over, or when files or rights in MachineKeys were changed.",
            "证书指向的密钥容器已不存在，或无法读取。为绑定设置它时会出现错误 1312 或 0x80070520（指定的登录会话不存在），系统日志中会有 Schannel 的事件 36870。常见原因是 PFX 先导入了用户的存储再拖过来，或 MachineKeys 中的文件或权限被改动。",
        ),
        say!(
            lang,
            "Run certutil -repairstore my {serial} as administrator. If that does not help, delete the certificate, import its PFX into the computer’s Personal store again, and choose it for the binding.",
            "以管理员身份运行 certutil -repairstore my {serial}。如果没有用，删除该证书，把它的 PFX 重新导入计算机的“个人”存储，再为绑定选择它。"
        ),
    )
}

fn intermediate(
    lang: Lang,
    certificate: &str,
    issuer: &str,
    bindings: usize,
    remedy: &str,
) -> Words {
    let (certificate, issuer) = (name(certificate), name(issuer));
    let served = counted(lang, bindings, ("binding", "bindings"), "个绑定");
    Words::new(
        say!(
            lang,
            "“{issuer}”, the issuer of “{certificate}”, is in no store of the server",
            "“{certificate}”的颁发者“{issuer}”不在服务器的证书存储中"
        ),
        say!(
            lang,
            "Windows builds the chain it sends from its own stores. For {served} it will send the certificate alone: browsers on Windows fetch what is missing, while Java, curl, Android and many programs refuse the connection.",
            "Windows 用自己证书存储里的内容组成要发送的证书链。它将为 {served}只发送证书本身：Windows 上的浏览器会自行下载缺少的部分，而 Java、curl、Android 和许多程序会拒绝连接。"
        ),
        remedy,
    )
}
