//! Labels of lines and headings of groups.

use std::borrow::Cow;

use super::Oids;
use crate::core::x509::details::{GroupKind, Label};
use crate::text::Lang;

/// Heading of a group of fields.
pub fn group(lang: Lang, kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Subject => lang.pick("Subject", "使用者"),
        GroupKind::Issuer => lang.pick("Issuer", "颁发者"),
        GroupKind::Validity => lang.pick("Validity", "有效期"),
        GroupKind::PublicKey => lang.pick("Public key", "公钥"),
        GroupKind::Signature => lang.pick("Signature", "签名"),
        GroupKind::Identity => lang.pick("Identity", "标识"),
        GroupKind::Attributes => lang.pick("Attributes", "属性"),
    }
}

/// The label of a line.
pub fn label(lang: Lang, label: &Label, oids: Oids) -> Cow<'static, str> {
    match label {
        Label::Oid(oid) => Cow::Owned(super::value::oid(lang, oid, oids)),
        label => {
            let (en, zh) = names(label)
                .or_else(|| fields(label))
                .or_else(|| keys(label))
                .unwrap_or_else(|| rest(label));
            Cow::Borrowed(lang.pick(en, zh))
        }
    }
}

type Words = (&'static str, &'static str);

/// Kinds of names.
fn names(label: &Label) -> Option<Words> {
    Some(match label {
        Label::DirectoryName => ("Directory name", "目录名称"),
        Label::DnsName => ("DNS name", "DNS 名称"),
        Label::EdiPartyName => ("EDI party", "EDI 方名称"),
        Label::Email => ("E-mail", "电子邮件"),
        Label::IpAddress => ("IP address", "IP 地址"),
        Label::OtherName => ("Other name", "其他名称"),
        Label::RegisteredId => ("Registered identifier", "注册标识符"),
        Label::RelativeName => ("Relative name", "相对名称"),
        Label::Uri => ("Address (URI)", "地址（URI）"),
        Label::X400Address => ("X.400 address", "X.400 地址"),
        _ => return None,
    })
}

/// Fields that every certificate has.
fn fields(label: &Label) -> Option<Words> {
    Some(match label {
        Label::FingerprintSha1 => ("SHA-1 fingerprint", "SHA-1 指纹"),
        Label::FingerprintSha256 => ("SHA-256 fingerprint", "SHA-256 指纹"),
        Label::InnerAlgorithm => ("Another algorithm inside", "内部写的是另一种算法"),
        Label::IssuerUniqueId => ("Issuer unique identifier", "颁发者唯一标识符"),
        Label::NotAfter => ("Valid to", "有效期到"),
        Label::NotBefore => ("Valid from", "有效期从"),
        Label::Serial => ("Serial number", "序列号"),
        Label::SignatureAlgorithm => ("Signature algorithm", "签名算法"),
        Label::SignatureValue => ("Signature value", "签名值"),
        Label::SubjectUniqueId => ("Subject unique identifier", "使用者唯一标识符"),
        Label::Version => ("Version", "版本"),
        _ => return None,
    })
}

/// Keys, hashes and algorithms.
fn keys(label: &Label) -> Option<Words> {
    Some(match label {
        Label::Algorithm => ("Algorithm", "算法"),
        Label::Capability => ("Cipher offered", "支持的加密算法"),
        Label::Curve => ("Curve", "曲线"),
        Label::Exponent => ("Public exponent", "公钥指数"),
        Label::Generator => ("Generator g", "生成元 g"),
        Label::Hash => ("Hash", "哈希值"),
        Label::HashAlgorithm => ("Hash algorithm", "哈希算法"),
        Label::KeyId => ("Key identifier", "密钥标识符"),
        Label::KeyLength => ("Key length in bits", "密钥长度（位）"),
        Label::KeySize => ("Key size in bits", "密钥长度（位）"),
        Label::MaskAlgorithm => ("Mask hash", "掩码哈希算法"),
        Label::Modulus => ("Modulus", "模数"),
        Label::Parameters => ("Parameters", "参数"),
        Label::Point => ("Point", "点"),
        Label::PrimeP => ("Prime p", "素数 p"),
        Label::PrimeQ => ("Prime q", "素数 q"),
        Label::PublicKeyValue => ("Public key", "公钥"),
        Label::SaltLength => ("Salt length in bytes", "盐长度（字节）"),
        _ => return None,
    })
}

/// What extensions say.
fn rest(label: &Label) -> Words {
    policies(label)
        .or_else(|| revocation(label))
        .unwrap_or_else(|| special(label))
}

fn policies(label: &Label) -> Option<Words> {
    Some(match label {
        Label::CertificateAuthority => ("May issue certificates (CA)", "可以颁发证书（CA）"),
        Label::Excluded => ("Excluded", "排除"),
        Label::ExplicitText => ("Notice", "声明文本"),
        Label::FromPolicy => ("Policy of the issuer", "颁发者的策略"),
        Label::InhibitPolicyMapping => (
            "Certificates until mapping is forbidden",
            "此后禁止策略映射的证书数",
        ),
        Label::NoticeNumbers => ("Notice numbers", "声明编号"),
        Label::NoticeOrganization => ("Notice by", "声明组织"),
        Label::PathLength => ("Intermediates allowed below", "允许的下级中间证书数"),
        Label::Permitted => ("Permitted", "允许"),
        Label::Policy => ("Policy", "策略"),
        Label::PolicyLanguage => ("Policy language", "策略语言"),
        Label::PolicyText => ("Policy text", "策略文本"),
        Label::Purpose => ("Purpose", "用途"),
        Label::Purposes => ("Purposes", "用途"),
        Label::RequireExplicitPolicy => (
            "Certificates until a policy is required",
            "此后必须有策略的证书数",
        ),
        Label::SkipCertificates => (
            "Certificates until “any policy” ends",
            "此后“任何策略”失效的证书数",
        ),
        Label::ToPolicy => ("Counts as", "等同于"),
        _ => return None,
    })
}

fn revocation(label: &Label) -> Option<Words> {
    Some(match label {
        Label::BaseCrlNumber => ("Base list number", "基准 CRL 编号"),
        Label::CrlIssuer => ("CRL issuer", "CRL 颁发者"),
        Label::CrlNumber => ("List number", "CRL 编号"),
        Label::DistributionPoint => ("Distribution point", "分发点"),
        Label::IndirectCrl => ("Lists other issuers’ certificates", "包含其他颁发者的证书"),
        Label::LogId => ("Log identifier", "日志标识符"),
        Label::OnlyAttributeCertificates => ("Attribute certificates only", "仅属性证书"),
        Label::OnlyAuthorityCertificates => ("CA certificates only", "仅 CA 证书"),
        Label::OnlyUserCertificates => ("End-entity certificates only", "仅最终实体证书"),
        Label::Reasons => ("Reasons", "原因"),
        Label::Receipt => ("Receipt", "回执"),
        Label::Timestamp => ("Logged at", "记录时间"),
        Label::TlsFeatures => ("The server must send", "服务器必须发送"),
        _ => return None,
    })
}

/// Rare ones.
fn special(label: &Label) -> Words {
    match label {
        Label::AddressFamily => ("Address family", "地址族"),
        Label::AddressRange => ("Addresses", "地址范围"),
        Label::Admission => ("Admission", "执业许可"),
        Label::AllAddresses => ("All of the issuer’s", "继承颁发者的全部"),
        Label::Amount => ("Up to the amount of", "金额上限"),
        Label::AttestationChallenge => ("Challenge", "质询"),
        Label::AttestationVersion => ("Attestation version", "证明版本"),
        Label::AutonomousSystem => ("Autonomous system", "自治系统"),
        Label::AutonomousSystems => ("Autonomous systems", "自治系统范围"),
        Label::BiometricType => ("Biometric type", "生物特征类型"),
        Label::CaCertificateIndex => ("CA certificate number", "CA 证书序数"),
        Label::CaKeyIndex => ("CA key number", "CA 密钥序数"),
        Label::EmptyList => ("Empty", "空"),
        Label::Flags => ("Flags", "标志"),
        Label::Language => ("Language", "语言"),
        Label::Logotype => ("Logo", "徽标"),
        Label::MajorVersion => ("Major version", "主版本"),
        Label::MediaType => ("Media type", "媒体类型"),
        Label::MinorVersion => ("Minor version", "次版本"),
        Label::More => ("Not shown", "未显示"),
        Label::OrganizationNumber => ("Organisation number", "组织编号"),
        Label::Present => ("Present", "存在"),
        Label::Profession => ("Profession", "职业"),
        Label::RawValue => ("Raw value", "原始值"),
        Label::RegistrationNumber => ("Registration number", "注册编号"),
        Label::RetentionYears => ("Records kept for years", "记录保留年数"),
        Label::Role => ("Role", "角色"),
        Label::ServiceProviderCode => ("Service provider code", "服务商代码"),
        Label::Supervisor => ("Supervising authority", "监管机构"),
        Label::TelephoneNumber => ("Telephone number", "电话号码"),
        Label::TelephoneRange => ("Telephone numbers", "电话号码范围"),
        Label::Template => ("Template", "模板"),
        Label::TemplateName => ("Template name", "模板名称"),
        Label::UnknownBits => ("Other bits", "其他位"),
        _ => ("Value", "值"),
    }
}
