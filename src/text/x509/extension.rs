//! Names of extensions, and whether they were understood.

use std::borrow::Cow;

use crate::core::x509::details::Reading;
use crate::core::x509::oid;
use crate::text::Lang;

/// Name of an extension by its dotted OID; the technical name, then the OID where there are no words.
pub fn name(lang: Lang, dotted: &str) -> Cow<'_, str> {
    match words(dotted).or_else(|| rare(dotted)) {
        Some((en, zh)) => Cow::Borrowed(lang.pick(en, zh)),
        None => match oid::name(dotted) {
            Some(technical) => Cow::Borrowed(technical),
            None => crate::text::foreign::short(dotted),
        },
    }
}

/// The cell of the column “Critical”.
pub fn critical(lang: Lang, is_critical: bool) -> &'static str {
    match is_critical {
        true => lang.pick("yes", "是"),
        false => lang.pick("no", "否"),
    }
}

/// What to say where an extension was not decoded.
pub fn reading(lang: Lang, reading: Reading) -> Option<&'static str> {
    match reading {
        Reading::Decoded => None,
        Reading::Unknown => {
            Some(lang.pick("not known here, shown as bytes", "此处不认识，按字节显示"))
        }
        Reading::Broken => Some(lang.pick("damaged, shown as bytes", "已损坏，按字节显示")),
    }
}

type Words = (&'static str, &'static str);

/// Extensions of RFC 5280 and of the web.
fn words(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "2.5.29.9" => ("Subject directory attributes", "使用者目录属性"),
        "2.5.29.14" => ("Subject key identifier", "使用者密钥标识符"),
        "2.5.29.15" => ("Key usage", "密钥用法"),
        "2.5.29.16" => ("Private key usage period", "私钥使用期限"),
        "2.5.29.17" => ("Alternative names", "使用者可选名称"),
        "2.5.29.18" => ("Issuer alternative names", "颁发者可选名称"),
        "2.5.29.19" => ("Basic constraints", "基本约束"),
        "2.5.29.20" => ("CRL number", "CRL 编号"),
        "2.5.29.27" => ("Delta CRL indicator", "增量 CRL 指示"),
        "2.5.29.28" => ("Issuing distribution point", "颁发分发点"),
        "2.5.29.30" => ("Name constraints", "名称约束"),
        "2.5.29.31" => ("CRL distribution points", "CRL 分发点"),
        "2.5.29.32" => ("Certificate policies", "证书策略"),
        "2.5.29.33" => ("Policy mappings", "策略映射"),
        "2.5.29.35" => ("Authority key identifier", "颁发机构密钥标识符"),
        "2.5.29.36" => ("Policy constraints", "策略约束"),
        "2.5.29.37" => ("Extended key usage", "增强型密钥用法"),
        "2.5.29.46" => ("Freshest CRL", "最新 CRL"),
        "2.5.29.54" => ("Inhibit any policy", "禁止任何策略"),
        "2.5.29.56" => ("No revocation available", "不提供吊销信息"),
        "1.3.6.1.5.5.7.1.1" => ("Authority information access", "颁发机构信息访问"),
        "1.3.6.1.5.5.7.1.11" => ("Subject information access", "使用者信息访问"),
        "1.3.6.1.5.5.7.1.24" => ("TLS features", "TLS 功能"),
        "1.3.6.1.5.5.7.48.1.5" => (
            "No revocation check for the OCSP signer",
            "OCSP 签名者无需吊销检查",
        ),
        "1.3.6.1.4.1.11129.2.4.2" => ("Transparency receipts", "证书透明度回执"),
        "1.3.6.1.4.1.11129.2.4.3" => ("Precertificate poison", "预证书标记"),
        "1.3.6.1.4.1.44363.44" => ("Delegated credentials", "委托凭据"),
        _ => return None,
    })
}

/// Extensions of vendors, governments and devices.
fn rare(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "1.3.6.1.5.5.7.1.2" => ("Biometric information", "生物特征信息"),
        "1.3.6.1.5.5.7.1.3" => ("Qualified certificate statements", "合格证书声明"),
        "1.3.6.1.5.5.7.1.7" => ("IP address blocks", "IP 地址块"),
        "1.3.6.1.5.5.7.1.8" => ("Autonomous system numbers", "自治系统编号"),
        "1.3.6.1.5.5.7.1.12" => ("Logos", "徽标"),
        "1.3.6.1.5.5.7.1.14" => ("Proxy certificate", "代理证书"),
        "1.3.6.1.5.5.7.1.26" => ("Telephone number authority", "电话号码授权"),
        "1.3.6.1.5.5.7.1.31" => ("ACME challenge", "ACME 质询"),
        "1.3.6.1.4.1.11129.2.1.17" => ("Android key attestation", "Android 密钥证明"),
        "1.3.6.1.4.1.311.20.2" => ("Microsoft template name", "Microsoft 证书模板名"),
        "1.3.6.1.4.1.311.21.1" => ("Microsoft CA version", "Microsoft CA 版本"),
        "1.3.6.1.4.1.311.21.2" => ("Microsoft previous CA hash", "Microsoft 上一个 CA 证书哈希"),
        "1.3.6.1.4.1.311.21.7" => ("Microsoft template", "Microsoft 证书模板"),
        "1.3.6.1.4.1.311.21.10" => ("Microsoft application policies", "Microsoft 应用程序策略"),
        "1.3.6.1.4.1.311.21.11" => (
            "Microsoft application policy mappings",
            "Microsoft 应用程序策略映射",
        ),
        "1.3.6.1.4.1.311.21.12" => (
            "Microsoft application policy constraints",
            "Microsoft 应用程序策略约束",
        ),
        "1.3.6.1.4.1.311.25.2" => ("Microsoft security identifier", "Microsoft 安全标识符"),
        "1.3.36.8.3.3" => ("Professional admission", "执业许可"),
        "1.2.840.113533.7.65.0" => ("Entrust version", "Entrust 版本"),
        "1.2.840.113549.1.9.15" => ("S/MIME capabilities", "S/MIME 功能"),
        "1.2.840.113635.100.6.1.13" => ("Apple Developer ID", "Apple Developer ID"),
        "2.16.840.1.113730.1.1" => ("Netscape certificate type", "Netscape 证书类型"),
        "2.16.840.1.113730.1.2" => ("Netscape base address", "Netscape 基础地址"),
        "2.16.840.1.113730.1.3" => ("Netscape revocation address", "Netscape 吊销地址"),
        "2.16.840.1.113730.1.4" => ("Netscape CA revocation address", "Netscape CA 吊销地址"),
        "2.16.840.1.113730.1.7" => ("Netscape renewal address", "Netscape 续期地址"),
        "2.16.840.1.113730.1.8" => ("Netscape CA policy address", "Netscape CA 策略地址"),
        "2.16.840.1.113730.1.12" => ("Netscape server name", "Netscape 服务器名称"),
        "2.16.840.1.113730.1.13" => ("Netscape comment", "Netscape 注释"),
        "2.23.140.1.31" | "2.23.140.1.31.1" => ("Tor service descriptor", "Tor 服务描述"),
        "2.23.140.3.1" => ("Organisation identifier", "组织标识符"),
        "1.2.156.10260.4.1.1" => ("Identity card number", "身份标识码"),
        "1.2.156.10260.4.1.2" => ("Social insurance number", "社会保险号"),
        "1.2.156.10260.4.1.3" => ("Business registration number", "企业工商注册号"),
        "1.2.156.10260.4.1.4" => ("Organisation code", "组织机构代码"),
        "1.2.156.10260.4.1.5" => ("Tax number", "税号"),
        _ => return None,
    })
}
