//! The catalogue of certificate requests.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    CsrChallengeInClear {
        "The CSR carries a challenge password",
        "Leave it out unless the CA asks for it, and never use a password that opens anything.";
        "CSR 里带有质询密码",
        "除非 CA 要求，否则不要填写；不要使用任何能打开其他东西的密码。"
    }
    CsrKeyNotTakenEverywhere {
        "Some consoles take RSA 2048 only",
        "If the console refuses the CSR, make one with RSA 2048.";
        "有些控制台只接受 RSA 2048",
        "如果控制台拒绝这个 CSR，改用 RSA 2048 生成。"
    }
    CsrSignatureInvalid {
        "The CSR’s signature does not verify",
        "Copy the CSR again from where it was made, whole, or make a new one.";
        "CSR 的签名验证不通过",
        "从生成它的地方重新完整复制 CSR，或生成新的。"
    }
    KeyReused {
        "The key was used before",
        "Make a new key for every order: csr new does so.";
        "密钥使用过",
        "每个订单都生成新密钥：csr new 就是这样做的。"
    }
    OrderNamesExtra {
        "The CSR has names that the order lacks",
        "Add the names to the order, or make the CSR without them.";
        "CSR 含有订单里没有的域名",
        "把这些域名加入订单，或生成不含它们的 CSR。"
    }
    OrderNamesMissing {
        "The CSR lacks names of the order",
        "Make the CSR again with all names of the order.";
        "CSR 缺少订单里的域名",
        "按订单里的全部域名重新生成 CSR。"
    }
    SubjectCommonNameMissing {
        "There is no common name",
        "Take the first of the names as common name where the console asks for one.";
        "没有通用名称",
        "如果控制台要求填写，用第一个域名作通用名称。"
    }
    SubjectCountryUnknown {
        "The country or region is no code of ISO 3166-1",
        "Choose it from the list of codes.";
        "国家/地区不是 ISO 3166-1 代码",
        "从代码列表里选择。"
    }
    SubjectEmailMalformed {
        "The e-mail address is none",
        "Correct it, or leave the field out; CAs do not put it into server certificates.";
        "电子邮件地址不正确",
        "改正它，或不填写该字段；CA 不会把它写入服务器证书。"
    }
    SubjectFieldMissing {
        "Fields of the subject are missing for this level",
        "Fill them in as they stand in the company’s registration.";
        "使用者缺少该级别所需的字段",
        "按公司登记信息填写。"
    }
    SubjectFieldNotIssued {
        "Certificates of this level do not carry the field",
        "Leave it out, or order a certificate of a higher level.";
        "该级别的证书不含此字段",
        "不填写它，或订购更高级别的证书。"
    }
    SubjectHiddenCharacters {
        "A field holds characters that nobody sees",
        "Type the value instead of pasting it.";
        "字段含有看不见的字符",
        "手动输入该值，不要粘贴。"
    }
    SubjectPlaceholder {
        "A field holds a placeholder",
        "Write the real value, or leave the field out.";
        "字段里是占位内容",
        "填写真实内容，或不填写该字段。"
    }
    SubjectSpacesAround {
        "A value begins or ends with a space",
        "Take the space away.";
        "值的开头或结尾有空格",
        "去掉空格。"
    }
    SubjectUnitPresent {
        "There is an organisational unit",
        "Leave it out for a public CA; a CA of one’s own may use it.";
        "含有组织单位",
        "向公共 CA 申请时不要填写；自建 CA 可以使用。"
    }
    SubjectValueEmpty {
        "A field is empty",
        "Fill the field in, or leave it out.";
        "字段为空",
        "填写该字段，或去掉它。"
    }
    SubjectValueTooLong {
        "A value is too long",
        "Shorten it; for a host name beyond 64 characters leave the common name out and keep it among the names.";
        "值太长",
        "缩短它；主机名超过 64 个字符时，不填写通用名称，只放在域名列表里。"
    }
}
