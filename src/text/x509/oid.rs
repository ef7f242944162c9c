//! Identifiers in words: attributes of names, access methods, policies, statements, kinds of other names.

use crate::text::Lang;

/// The words for a dotted OID, where it has any in both languages.
pub fn words(lang: Lang, dotted: &str) -> Option<&'static str> {
    let (en, zh) = attribute(dotted)
        .or_else(|| policy(dotted))
        .or_else(|| purpose(dotted))
        .or_else(|| statement(dotted))
        .or_else(|| rest(dotted))?;
    Some(lang.pick(en, zh))
}

type Words = (&'static str, &'static str);

/// Attributes of distinguished names.
fn attribute(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "2.5.4.3" => ("Common name", "通用名称"),
        "2.5.4.4" => ("Surname", "姓"),
        "2.5.4.5" => ("Serial number", "序列号"),
        "2.5.4.6" => ("Country or region", "国家/地区"),
        "2.5.4.7" => ("Locality", "城市"),
        "2.5.4.8" => ("State or province", "省份"),
        "2.5.4.9" => ("Street address", "街道地址"),
        "2.5.4.10" => ("Organisation", "组织"),
        "2.5.4.11" => ("Organisational unit", "组织单位"),
        "2.5.4.12" => ("Title", "职务"),
        "2.5.4.13" => ("Description", "说明"),
        "2.5.4.15" => ("Business category", "业务类别"),
        "2.5.4.16" => ("Postal address", "通信地址"),
        "2.5.4.17" => ("Postal code", "邮政编码"),
        "2.5.4.18" => ("Post office box", "邮政信箱"),
        "2.5.4.20" => ("Telephone number", "电话号码"),
        "2.5.4.41" => ("Name", "名称"),
        "2.5.4.42" => ("Given name", "名"),
        "2.5.4.43" => ("Initials", "首字母"),
        "2.5.4.44" => ("Generation", "辈分"),
        "2.5.4.45" => ("Unique identifier", "唯一标识符"),
        "2.5.4.46" => ("DN qualifier", "DN 限定符"),
        "2.5.4.65" => ("Pseudonym", "化名"),
        "2.5.4.72" => ("Role", "角色"),
        "2.5.4.97" => ("Organisation identifier", "组织标识符"),
        "0.9.2342.19200300.100.1.1" => ("User identifier", "用户标识符"),
        "0.9.2342.19200300.100.1.25" => ("Domain component", "域组件"),
        "1.2.840.113549.1.9.1" => ("E-mail address", "电子邮件地址"),
        "1.2.840.113549.1.9.7" => ("Challenge password", "质询密码"),
        "1.2.840.113549.1.9.2" => ("Unstructured name", "非结构化名称"),
        "1.3.6.1.4.1.311.60.2.1.1" => ("Registered in (locality)", "注册城市"),
        "1.3.6.1.4.1.311.60.2.1.2" => ("Registered in (state or province)", "注册省份"),
        "1.3.6.1.4.1.311.60.2.1.3" => ("Registered in (country or region)", "注册国家/地区"),
        _ => return None,
    })
}

/// Policies that say how thoroughly the CA checked.
fn policy(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "2.5.29.32.0" => ("any policy", "任何策略"),
        "2.23.140.1.1" => ("extended validation (EV)", "扩展验证（EV）"),
        "2.23.140.1.2.1" => ("domain validated (DV)", "域名验证（DV）"),
        "2.23.140.1.2.2" => ("organisation validated (OV)", "组织验证（OV）"),
        "2.23.140.1.2.3" => ("individual validated (IV)", "个人验证（IV）"),
        "2.23.140.1.3" => ("code signing, extended validation", "代码签名（扩展验证）"),
        "2.23.140.1.4.1" => ("code signing", "代码签名"),
        "2.23.140.1.4.2" => ("time stamping", "时间戳"),
        "1.3.6.1.5.5.7.21.0" => ("any language", "任意语言"),
        "1.3.6.1.5.5.7.21.1" => ("all rights of the issuer", "继承颁发者的全部权限"),
        "1.3.6.1.5.5.7.21.2" => ("no rights of the issuer", "不继承颁发者的权限"),
        _ => return None,
    })
}

/// Purposes beyond those of `text::usage`.
fn purpose(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "1.3.6.1.5.5.7.3.5" => ("IPsec end system", "IPsec 终端系统"),
        "1.3.6.1.5.5.7.3.6" => ("IPsec tunnel", "IPsec 隧道"),
        "1.3.6.1.5.5.7.3.7" => ("IPsec user", "IPsec 用户"),
        "1.3.6.1.5.5.7.3.13" => ("EAP over PPP", "PPP 上的 EAP"),
        "1.3.6.1.5.5.7.3.14" => ("EAP over LAN", "局域网上的 EAP"),
        "1.3.6.1.5.5.7.3.17" => ("IPsec key exchange (IKE)", "IPsec 密钥交换（IKE）"),
        "1.3.6.1.5.5.7.3.21" => ("SSH client", "SSH 客户端"),
        "1.3.6.1.5.5.7.3.22" => ("SSH server", "SSH 服务器"),
        "1.3.6.1.5.5.7.3.31" => ("brand indicator for mail (BIMI)", "邮件品牌标识（BIMI）"),
        "1.3.6.1.5.5.7.3.36" => ("document signing", "文档签名"),
        "1.3.6.1.5.2.3.4" => ("Kerberos client sign-in", "Kerberos 客户端登录"),
        "1.3.6.1.5.2.3.5" => ("Kerberos domain controller", "Kerberos 域控制器"),
        "1.3.6.1.4.1.311.10.3.3" => (
            "strong encryption (Microsoft SGC)",
            "强加密（Microsoft SGC）",
        ),
        "2.16.840.1.113730.4.1" => ("strong encryption (Netscape SGC)", "强加密（Netscape SGC）"),
        "1.3.6.1.4.1.311.67.1.1" => ("BitLocker drive encryption", "BitLocker 驱动器加密"),
        "1.3.6.1.4.1.11129.2.4.4" => ("precertificate signing", "预证书签名"),
        "2.23.133.8.1" => ("TPM endorsement key", "TPM 背书密钥"),
        _ => return None,
    })
}

/// Statements of qualified certificates, and attributes of people.
fn statement(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "0.4.0.1862.1.1" => ("qualified by EU law", "符合欧盟法规的合格证书"),
        "0.4.0.1862.1.2" => ("limit of value", "金额限制"),
        "0.4.0.1862.1.3" => ("retention period", "记录保留期"),
        "0.4.0.1862.1.4" => ("key in a qualified device", "密钥位于合格设备中"),
        "0.4.0.1862.1.5" => ("disclosure statements", "披露声明"),
        "0.4.0.1862.1.6" => ("type of qualified certificate", "合格证书类型"),
        "0.4.0.1862.1.6.1" => ("electronic signature", "电子签名"),
        "0.4.0.1862.1.6.2" => ("electronic seal", "电子印章"),
        "0.4.0.1862.1.6.3" => ("web site authentication", "网站身份验证"),
        "0.4.0.1862.1.7" => ("by the law of", "依据的国家法律"),
        "0.4.0.19495.2" => ("payment services (PSD2)", "支付服务（PSD2）"),
        "1.3.6.1.5.5.7.9.1" => ("Date of birth", "出生日期"),
        "1.3.6.1.5.5.7.9.2" => ("Place of birth", "出生地"),
        "1.3.6.1.5.5.7.9.3" => ("Gender", "性别"),
        "1.3.6.1.5.5.7.9.4" => ("Citizenship", "国籍"),
        "1.3.6.1.5.5.7.9.5" => ("Country of residence", "居住国家/地区"),
        _ => return None,
    })
}

/// Access methods, qualifiers, kinds of other names.
fn rest(dotted: &str) -> Option<Words> {
    Some(match dotted {
        "1.3.6.1.5.5.7.48.1" => ("OCSP", "OCSP"),
        "1.3.6.1.5.5.7.48.2" => ("Issuer’s certificate", "颁发者证书"),
        "1.3.6.1.5.5.7.48.3" => ("Time stamping service", "时间戳服务"),
        "1.3.6.1.5.5.7.48.5" => ("Repository of the CA", "CA 资料库"),
        "1.3.6.1.5.5.7.2.1" => ("Practice statement (CPS)", "认证业务声明（CPS）"),
        "1.3.6.1.4.1.311.20.2.3" => ("User principal name (UPN)", "用户主体名称（UPN）"),
        "1.3.6.1.4.1.311.25.1" => ("Directory object GUID", "目录对象 GUID"),
        "1.3.6.1.4.1.311.25.2.1" => ("Security identifier (SID)", "安全标识符（SID）"),
        "1.3.6.1.5.2.2" => ("Kerberos principal", "Kerberos 主体"),
        "1.3.6.1.5.5.7.8.3" => ("Permanent identifier", "永久标识符"),
        "1.3.6.1.5.5.7.8.4" => ("Hardware module", "硬件模块"),
        "1.3.6.1.5.5.7.8.5" => ("XMPP address", "XMPP 地址"),
        "1.3.6.1.5.5.7.8.7" => ("Service name (SRV)", "服务名称（SRV）"),
        "1.3.6.1.5.5.7.8.8" => ("Network access realm", "网络接入域"),
        "1.3.6.1.5.5.7.8.9" => ("E-mail with any letters", "国际化电子邮件"),
        _ => return None,
    })
}
