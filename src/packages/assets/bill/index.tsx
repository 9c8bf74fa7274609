import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { dataOrNone, listOf, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { branchIn } from '@/lib/from-code'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/assets'
import { BillForm } from './BillForm'
import '../assets.scss'

/** Pays for what was had in the shop itself. A code at the counter or on the table names the branch. */
export default function Bill() {
  const { params } = useRouter()
  const shopId = branchIn(params)
  const offer = useLoad(async () => {
    const [rules, branch, asksPassword] = await Promise.all([
      listOf(wxapi.payBillDiscounts()),
      shopId ? dataOrNone(wxapi.shopSubdetail(shopId)) : undefined,
      dataOrNone(wxapi.queryConfigValue('balance_pay_pwd')),
    ])
    return { rules, branch: branch?.info, asksPassword: asksPassword === '1' }
  }, [shopId])
  const words = texts.bill
  return (
    <Page title={words.title}>
      <View className="assets">
        <Show of={offer} skeleton={<Skeletons />}>
          {({ branch, ...more }) =>
            shopId && !branch ? (
              <Empty
                icon="pin"
                title={words.noBranch}
                text={words.noBranchText}
                action={texts.tabs.home}
                onAction={() => open(pages.home)}
              />
            ) : (
              <BillForm branch={branch} {...more} />
            )
          }
        </Show>
      </View>
    </Page>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={132} radius={18} gap={12} />
    <Skeleton height={96} radius={18} />
  </>
)
