//! Names of the lists of trusted roots.

use super::Lang;
use super::time::date;
use crate::core::bundle::trust::TrustUsed;

/// The list in a sentence: `Mozilla’s trusted roots`.
pub fn name(lang: Lang, trust: &str) -> String {
    match trust {
        "mozilla" => lang
            .pick("Mozilla’s trusted roots", "Mozilla 的受信任根证书")
            .to_owned(),
        "nothing" => lang
            .pick("no trusted root", "没有受信任的根证书")
            .to_owned(),
        "sample" => lang.pick("the trusted roots", "受信任的根证书").to_owned(),
        "system" => lang
            .pick("this computer’s trusted roots", "这台计算机的受信任根证书")
            .to_owned(),
        file => {
            let file = super::foreign::short(file);
            say!(lang, "the roots in {file}", "{file} 中的根证书")
        }
    }
}

/// The list in the status bar: `Mozilla roots, 12 Nov 2026`.
pub fn status(lang: Lang, trust: &TrustUsed) -> String {
    let name = match trust.name.as_str() {
        "mozilla" => lang.pick("Mozilla roots", "Mozilla 根证书").to_owned(),
        "sample" => lang
            .pick(
                "Mozilla roots and the sample’s",
                "Mozilla 根证书和示例根证书",
            )
            .to_owned(),
        "nothing" => lang
            .pick("No trusted root", "没有受信任的根证书")
            .to_owned(),
        "system" => lang.pick("System roots", "系统根证书").to_owned(),
        file => {
            let file = super::foreign::short(file);
            say!(lang, "Roots in {file}", "{file} 中的根证书")
        }
    };
    match trust.dated {
        Some(dated) => {
            let day = date(lang, dated);
            say!(lang, "{name}, {day}", "{name}，{day}")
        }
        None => name,
    }
}
