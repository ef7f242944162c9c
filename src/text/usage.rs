//! Purposes of extended key usage, by dotted OID.

use std::borrow::Cow;

use super::Lang;

/// What a certificate may be used for; an unknown purpose stays its OID.
pub fn purpose(lang: Lang, oid: &str) -> Cow<'_, str> {
    let (en, zh) = match oid {
        "1.3.6.1.5.5.7.3.1" => ("server authentication", "服务器身份验证"),
        "1.3.6.1.5.5.7.3.2" => ("client authentication", "客户端身份验证"),
        "1.3.6.1.5.5.7.3.3" => ("code signing", "代码签名"),
        "1.3.6.1.5.5.7.3.4" => ("e-mail protection", "电子邮件保护"),
        "1.3.6.1.5.5.7.3.8" => ("time stamping", "时间戳"),
        "1.3.6.1.5.5.7.3.9" => ("OCSP signing", "OCSP 签名"),
        "1.3.6.1.4.1.311.20.2.2" => ("smart card logon", "智能卡登录"),
        "1.3.6.1.4.1.311.10.3.4" => ("file encryption (EFS)", "文件加密（EFS）"),
        "1.3.6.1.4.1.311.10.3.12" => ("document signing", "文档签名"),
        "1.3.6.1.4.1.311.54.1.2" => ("remote desktop", "远程桌面"),
        "2.5.29.37.0" => ("any purpose", "任何用途"),
        other => return super::foreign::short(other),
    };
    Cow::Borrowed(lang.pick(en, zh))
}
